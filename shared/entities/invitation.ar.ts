/** Invitations in Arabic. */
export const invitations = {
  name: 'دعوة |||| الدعوات',
  fields: {
    toSend: 'قيد الإرسال',
    nextAt: 'الخطوة التالية',
    expiresAt: 'تنتهي',
    answeredAt: 'تاريخ الإجابة',
    remindedCount: 'التذكيرات',
  },
  values: {
    channel: { email: 'بريد إلكتروني', sms: 'رسالة نصية', link: 'رابط للتسليم' },
    toSend: { invitation: 'دعوة', reminder: 'تذكير' },
    status: {
      created: 'أُنشئت',
      queued: 'في الطابور',
      sent: 'أُرسلت',
      started: 'بدأت',
      answered: 'أُجيبت',
      expired: 'انتهت',
      cancelled: 'أُلغيت',
      undeliverable: 'تعذر التسليم',
    },
  },
  actions: {
    remind: { label: 'تذكير' },
    cancel: { label: 'إلغاء' },
    'answer-by-phone': { label: 'إجابة بالهاتف' },
    send: { label: 'أُرسلت' },
    wait: { label: 'أُجّلت' },
    'give-up': { label: 'تُرك إرسالها' },
    answer: { label: 'أُجيبت' },
    expire: { label: 'انتهت' },
  },
}
