/** Letters in Chinese. */
export const letters = {
  name: '信函',
  fields: {
    kind: '种类',
    body: '正文',
    caseNumber: '个案',
    requestedBy: '申请人',
    requestedAt: '申请时间',
    approvedBy: '批准人',
    approvedAt: '批准时间',
    sentAt: '发出时间',
    sentBy: '发出人',
    sentHow: '发出方式',
    at: '时间（留空为现在）',
  },
  values: {
    kind: {
      'statutory-response': '法定答复函',
      'extension-notice': '延期函',
      'written-statement': '书面说明（例外）',
    },
    status: {
      draft: '草稿',
      'pending-approval': '待批准',
      approved: '已批准',
      sent: '已发出',
      rejected: '未获批准',
    },
  },
  actions: {
    submit: { label: '提交', why: '提交后正文不再更改。书面说明须由主任批准。' },
    approve: { label: '批准', why: '例外情况：医院以书面形式作出说明。' },
    reject: { label: '不批准', why: '可修改后再次提交。' },
    send: { label: '已发出', why: '信函已寄给患者。' },
  },
}
