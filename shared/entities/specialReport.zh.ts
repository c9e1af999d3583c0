/** Special reports in Chinese. */
export const specialReports = {
  name: '专项报告',
  fields: {
    chronology: '事件经过',
    bothSides: '患者与团队的陈述',
    findings: '调查结论',
    causes: '发生原因',
    remedies: '对患者的补救',
    prevention: '预防措施',
    practiceChange: '工作改进',
    caseNumber: '个案',
    dueAt: '期限',
    submittedAt: '提交时间',
    submittedBy: '提交人',
    acceptedAt: '验收时间',
    acceptedBy: '验收人',
    returnReason: '缺少的内容',
    alarmPercent: '上次提醒（%）',
    alarmAt: '下次提醒',
  },
  values: { status: { draft: '撰写中', submitted: '已提交', returned: '已退回', accepted: '已验收' } },
  actions: {
    submit: { label: '提交', why: '将由主任审阅，退回前正文不再更改。' },
    accept: { label: '验收', why: '报告已完整，个案可以结案。' },
    return: { label: '退回', why: '退回给提交人。' },
    alarm: { label: '提醒' },
  },
}
