/** The page of a patient, in Chinese. */
export const patients = {
  patient: {
    nothing: '无。',
    erasedText: '已抹除',
    erased: '此患者的资料已于 %{at} 抹除。个案、就诊和答卷以匿名方式保留并计入统计。不能再添加内容。',
    erasing: '此患者的资料自 %{at} 起正在抹除，几分钟内完成。不能再添加或更改内容。',
    held: '此记录自 %{at} 起处于法律保留状态。主任解除前，任何内容都不会抹除。',
    export: '此患者的全部资料',
    valid: '有效',
    expired: '已失效',
    none: {
      encounters: '尚无就诊。就诊来自医院系统、导入或手工录入。',
      cases: '没有个案。患者投诉或拒绝付费时，请新建个案。',
      coverages: '没有参保信息。录入后才能向保险公司结算。',
      invitations: '尚未邀请。请在问卷页面发送链接。',
    },
  },
}
