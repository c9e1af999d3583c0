/** Accountability notes in Chinese. */
export const accountabilityNotes = {
  name: '问责记录',
  fields: {
    personId: '涉及人员',
    findings: '认定事实',
    measure: '处理措施',
    writtenBy: '撰写人',
  },
  values: {
    measure: { talk: '谈话', training: '培训', warning: '警告', referral: '移交处理', none: '无' },
  },
}
