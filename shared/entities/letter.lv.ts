/** Letters in Latvian. */
export const letters = {
  name: 'Vēstule |||| Vēstules',
  fields: {
    kind: 'Veids',
    body: 'Teksts',
    caseNumber: 'Lieta',
    requestedBy: 'Pieprasīja',
    requestedAt: 'Pieprasīta',
    approvedBy: 'Apstiprināja',
    approvedAt: 'Apstiprināta',
    sentAt: 'Nosūtīta',
    sentBy: 'Nosūtīja',
    sentHow: 'Sūtīšanas veids',
    at: 'Laiks (ja nav norādīts: tagad)',
  },
  values: {
    kind: {
      'statutory-response': 'Likumā noteikta vēstule',
      'extension-notice': 'Pagarinājuma vēstule',
      'written-statement': 'Rakstisks apliecinājums (izņēmums)',
    },
    status: {
      draft: 'Melnraksts',
      'pending-approval': 'Gaida apstiprinājumu',
      approved: 'Apstiprināta',
      sent: 'Nosūtīta',
      rejected: 'Nav apstiprināta',
    },
  },
  actions: {
    submit: {
      label: 'Iesniegt',
      why: 'Tekstu no šā brīža vairs nemaina. Rakstisks apliecinājums gaida direktora lēmumu.',
    },
    approve: { label: 'Apstiprināt', why: 'Izņēmums: slimnīca to apliecina rakstiski.' },
    reject: { label: 'Neapstiprināt', why: 'Vēstuli var mainīt un iesniegt vēlreiz.' },
    send: { label: 'Nosūtīta', why: 'Vēstule ir izsūtīta pacientam.' },
  },
}
