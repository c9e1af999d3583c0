/** Messages sent in Italian. */
export const messages = {
  name: 'Messaggio |||| Messaggi inviati',
  fields: {
    subject: 'Oggetto',
    attemptedAt: 'Tentativo',
    to: 'Indirizzo',
    providerId: 'Id del fornitore',
    aboutId: 'Riguarda',
    failure: 'Errore',
  },
  actions: {
    send: { label: 'Inviato' },
    sent: { label: 'Inviato' },
    captured: { label: 'Trattenuto' },
    fail: { label: 'Non riuscito' },
  },
  values: {
    kind: { 'survey-invitation': 'Invito al questionario', 'survey-reminder': 'Promemoria del questionario' },
    channel: { email: 'E-mail', sms: 'SMS' },
    status: { queued: 'In coda', sent: 'Inviato', failed: 'Non riuscito', captured: 'Trattenuto' },
  },
}
