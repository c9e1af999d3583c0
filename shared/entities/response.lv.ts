/** Answers in Latvian. */
export const responses = {
  name: 'Atbilde |||| Atbildes',
  fields: {
    invitationId: 'Uzaicinājums',
    mode: 'Atbildes veids',
    submittedAt: 'Atbildēts',
    submissionId: 'Iesniegšanas ID',
    lowScores: 'Zemie vērtējumi',
  },
  values: { mode: { web: 'Tīmeklis', phone: 'Tālrunis', paper: 'Papīrs' } },
}
