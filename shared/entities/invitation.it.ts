/** Invitations in Italian. */
export const invitations = {
  name: 'Invito |||| Inviti',
  fields: {
    toSend: 'Da inviare',
    nextAt: 'Prossimo passo',
    expiresAt: 'Scadenza',
    answeredAt: 'Data risposta',
    remindedCount: 'Promemoria inviati',
  },
  values: {
    channel: { email: 'E-mail', sms: 'SMS', link: 'Link da consegnare' },
    toSend: { invitation: 'Invito', reminder: 'Promemoria' },
    status: {
      created: 'Creato',
      queued: 'In coda',
      sent: 'Inviato',
      started: 'Iniziato',
      answered: 'Con risposta',
      expired: 'Scaduto',
      cancelled: 'Annullato',
      undeliverable: 'Non recapitabile',
    },
  },
  actions: {
    remind: { label: 'Invia promemoria' },
    cancel: { label: 'Annulla invito' },
    'answer-by-phone': { label: 'Rispondi al telefono' },
    send: { label: 'Inviato' },
    wait: { label: 'Rimandato' },
    'give-up': { label: 'Abbandonato' },
    answer: { label: 'Risposta ricevuta' },
    expire: { label: 'Scaduto' },
  },
}
