/** Invitations in Latvian. */
export const invitations = {
  name: 'Uzaicinājums |||| Uzaicinājumi',
  fields: {
    toSend: 'Jānosūta',
    nextAt: 'Nākamais solis',
    expiresAt: 'Derīgs līdz',
    answeredAt: 'Atbildēts',
    remindedCount: 'Atgādinājumi',
  },
  values: {
    channel: { email: 'E-pasts', sms: 'SMS', link: 'Saite nodošanai' },
    toSend: { invitation: 'Uzaicinājums', reminder: 'Atgādinājums' },
    status: {
      created: 'Izveidots',
      queued: 'Rindā',
      sent: 'Nosūtīts',
      started: 'Sākts',
      answered: 'Atbildēts',
      expired: 'Beidzies termiņš',
      cancelled: 'Atcelts',
      undeliverable: 'Nav piegādājams',
    },
  },
  actions: {
    remind: { label: 'Atgādināt' },
    cancel: { label: 'Atcelt' },
    'answer-by-phone': { label: 'Atbildēt pa tālruni' },
    send: { label: 'Nosūtīts' },
    wait: { label: 'Atlikts' },
    'give-up': { label: 'Sūtīšana pārtraukta' },
    answer: { label: 'Atbildēts' },
    expire: { label: 'Beidzies termiņš' },
  },
}
