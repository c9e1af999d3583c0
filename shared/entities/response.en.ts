/** Answers in English. */
export const responses = {
  name: 'Answer |||| Answers',
  fields: {
    invitationId: 'Invitation',
    mode: 'How answered',
    submittedAt: 'Answered',
    submissionId: 'Submission',
    lowScores: 'Low scores',
  },
  values: { mode: { web: 'Web', phone: 'Phone', paper: 'Paper' } },
}
