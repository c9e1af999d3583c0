/** Answers in Arabic. */
export const responses = {
  name: 'إجابة |||| الإجابات',
  fields: {
    invitationId: 'الدعوة',
    mode: 'طريقة الإجابة',
    submittedAt: 'تاريخ الإجابة',
    submissionId: 'الإرسال',
    lowScores: 'تقييمات منخفضة',
  },
  values: { mode: { web: 'الموقع الإلكتروني', phone: 'هاتف', paper: 'ورقي' } },
}
