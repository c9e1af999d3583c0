/** Memberships in Arabic. */
export const coverages = {
  name: 'عضوية |||| العضويات',
  fields: {
    sponsor: 'جهة العمل',
    policyNo: 'الوثيقة',
    memberNo: 'رقم العضوية',
    effectiveFrom: 'سارٍ من',
    effectiveTo: 'سارٍ إلى',
    eligibilityCheckedAt: 'فحص الأهلية',
    used: 'المستهلك',
    categoryMinor: 'حسب التصنيف',
    annualMinor: 'هذه السنة',
  },
}
