/** Messages sent in Latvian. */
export const messages = {
  name: 'Ziņa |||| Nosūtītās ziņas',
  fields: {
    subject: 'Temats',
    attemptedAt: 'Pēdējais mēģinājums',
    to: 'Adrese',
    providerId: 'Pakalpojuma sniedzēja ID',
    aboutId: 'Par ko',
    failure: 'Kļūme',
  },
  actions: {
    send: { label: 'Nosūtīta' },
    sent: { label: 'Nosūtīta' },
    captured: { label: 'Saglabāta' },
    fail: { label: 'Neizdevās' },
  },
  values: {
    kind: { 'survey-invitation': 'Aptaujas uzaicinājums', 'survey-reminder': 'Aptaujas atgādinājums' },
    channel: { email: 'E-pasts', sms: 'SMS' },
    status: { queued: 'Rindā', sent: 'Nosūtīta', failed: 'Neizdevās', captured: 'Saglabāta, nav sūtīta' },
  },
}
