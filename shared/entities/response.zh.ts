/** Answers in Chinese. */
export const responses = {
  name: '答卷',
  fields: {
    invitationId: '邀请',
    mode: '作答方式',
    submittedAt: '提交时间',
    submissionId: '提交编号',
    lowScores: '低分',
  },
  values: { mode: { web: '网页', phone: '电话', paper: '纸质' } },
}
