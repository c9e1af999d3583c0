/** Messages sent in English. */
export const messages = {
  name: 'Message |||| Messages sent',
  fields: {
    subject: 'Subject',
    attemptedAt: 'Tried',
    to: 'Address',
    providerId: 'Provider’s id',
    aboutId: 'About',
    failure: 'Failure',
  },
  actions: { send: { label: 'Sent' }, sent: { label: 'Sent' }, captured: { label: 'Kept' }, fail: { label: 'Failed' } },
  values: {
    kind: { 'survey-invitation': 'Survey invitation', 'survey-reminder': 'Survey reminder' },
    channel: { email: 'E-mail', sms: 'SMS' },
    status: { queued: 'Queued', sent: 'Sent', failed: 'Failed', captured: 'Captured' },
  },
}
