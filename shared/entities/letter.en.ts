/** Letters in English. */
export const letters = {
  name: 'Letter |||| Letters',
  fields: {
    kind: 'Kind',
    body: 'Text',
    caseNumber: 'Case',
    requestedBy: 'Asked for by',
    requestedAt: 'Asked for',
    approvedBy: 'Approved by',
    approvedAt: 'Approved',
    sentAt: 'Sent',
    sentBy: 'Sent by',
    sentHow: 'Sent how',
    at: 'When (now, if left empty)',
  },
  values: {
    kind: {
      'statutory-response': 'Letter that the law asks for',
      'extension-notice': 'Letter of extension',
      'written-statement': 'Written statement (exception)',
    },
    status: {
      draft: 'Draft',
      'pending-approval': 'Waits for approval',
      approved: 'Approved',
      sent: 'Sent',
      rejected: 'Not approved',
    },
  },
  actions: {
    submit: { label: 'Submit', why: 'Its text stays from now on. A written statement waits for the director.' },
    approve: { label: 'Approve', why: 'An exception: the hospital puts this in writing.' },
    reject: { label: 'Do not approve', why: 'It can be changed and submitted again.' },
    send: { label: 'Sent', why: 'The letter went out to the patient.' },
  },
}
