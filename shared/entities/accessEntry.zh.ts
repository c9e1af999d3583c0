/** Access entries in Chinese. */
export const accessEntries = {
  name: '受限记录查阅 |||| 查阅日志',
  fields: {
    readAt: '查阅时间',
    userId: '查阅人',
    way: '查阅内容',
    resource: '列表',
    recordId: '记录',
    reasons: '受限原因',
  },
  values: {
    way: {
      record: '记录本身',
      history: '变更历史',
      file: '记录的文件',
      list: '受限记录列表',
      export: '导出文件',
    },
    reasons: { vip: 'VIP 患者', accountability: '个人问责' },
  },
}
