/** Accountability notes in English. */
export const accountabilityNotes = {
  name: 'Accountability note |||| Accountability notes',
  fields: {
    personId: 'About whom',
    findings: 'What was found',
    measure: 'What follows',
    writtenBy: 'Written by',
  },
  values: {
    measure: { talk: 'A talk', training: 'Training', warning: 'Warning', referral: 'Passed on', none: 'Nothing' },
  },
}
