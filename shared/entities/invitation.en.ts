/** Invitations in English. */
export const invitations = {
  name: 'Invitation |||| Invitations',
  fields: {
    toSend: 'To be sent',
    nextAt: 'Next step',
    expiresAt: 'Expires',
    answeredAt: 'Answered',
    remindedCount: 'Reminded',
  },
  values: {
    channel: { email: 'E-mail', sms: 'SMS', link: 'Link to hand over' },
    toSend: { invitation: 'Invitation', reminder: 'Reminder' },
    status: {
      created: 'Created',
      queued: 'Queued',
      sent: 'Sent',
      started: 'Started',
      answered: 'Answered',
      expired: 'Expired',
      cancelled: 'Cancelled',
      undeliverable: 'Undeliverable',
    },
  },
  actions: {
    remind: { label: 'Remind' },
    cancel: { label: 'Cancel' },
    'answer-by-phone': { label: 'Answer by phone' },
    send: { label: 'Sent' },
    wait: { label: 'Put off' },
    'give-up': { label: 'Given up' },
    answer: { label: 'Answered' },
    expire: { label: 'Expired' },
  },
}
