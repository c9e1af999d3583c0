/** Letters in Italian. */
export const letters = {
  name: 'Lettera |||| Lettere',
  fields: {
    kind: 'Tipo',
    body: 'Testo',
    caseNumber: 'Caso',
    requestedBy: 'Chiesta da',
    requestedAt: 'Richiesta',
    approvedBy: 'Approvata da',
    approvedAt: 'Approvazione',
    sentAt: 'Invio',
    sentBy: 'Inviata da',
    sentHow: 'Modalità di invio',
    at: 'Quando (ora, se vuoto)',
  },
  values: {
    kind: {
      'statutory-response': 'Lettera prevista dalla legge',
      'extension-notice': 'Lettera di proroga',
      'written-statement': 'Attestazione scritta (eccezione)',
    },
    status: {
      draft: 'Bozza',
      'pending-approval': 'Da approvare',
      approved: 'Approvata',
      sent: 'Inviata',
      rejected: 'Respinta',
    },
  },
  actions: {
    submit: { label: 'Inoltra', why: 'Da ora il testo resta. Un’attestazione scritta attende il direttore.' },
    approve: { label: 'Approva', why: 'Un’eccezione: l’ospedale lo mette per iscritto.' },
    reject: { label: 'Respingi', why: 'Si può modificare e inoltrare di nuovo.' },
    send: { label: 'Segna come inviata', why: 'La lettera è partita per il paziente.' },
  },
}
