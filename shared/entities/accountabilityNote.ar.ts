/** Accountability notes in Arabic. */
export const accountabilityNotes = {
  name: 'ملاحظة مساءلة |||| ملاحظات المساءلة',
  fields: {
    personId: 'عمّن',
    findings: 'ما تبيّن',
    measure: 'ما يترتب عليه',
    writtenBy: 'كتبها',
  },
  values: {
    measure: { talk: 'حديث', training: 'تدريب', warning: 'إنذار', referral: 'إحالة', none: 'لا شيء' },
  },
}
