/** Messages sent in Arabic. */
export const messages = {
  name: 'رسالة |||| الرسائل المرسلة',
  fields: {
    subject: 'الموضوع',
    attemptedAt: 'آخر محاولة',
    to: 'العنوان',
    providerId: 'رقم المزوّد',
    aboutId: 'بخصوص',
    failure: 'سبب الفشل',
  },
  actions: { send: { label: 'أُرسلت' }, sent: { label: 'أُرسلت' }, captured: { label: 'حُفظت' }, fail: { label: 'فشلت' } },
  values: {
    kind: { 'survey-invitation': 'دعوة استبيان', 'survey-reminder': 'تذكير استبيان' },
    channel: { email: 'بريد إلكتروني', sms: 'رسالة نصية' },
    status: { queued: 'في الطابور', sent: 'أُرسلت', failed: 'فشل', captured: 'محفوظة' },
  },
}
