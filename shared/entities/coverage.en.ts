/** Memberships in English. */
export const coverages = {
  name: 'Membership |||| Memberships',
  fields: {
    sponsor: 'Employer',
    policyNo: 'Policy',
    memberNo: 'Member number',
    effectiveFrom: 'Valid from',
    effectiveTo: 'Valid to',
    eligibilityCheckedAt: 'Eligibility checked',
    used: 'Used up',
    categoryMinor: 'By category',
    annualMinor: 'This year',
  },
}
