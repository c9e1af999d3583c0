/** Memberships in Latvian. */
export const coverages = {
  name: 'Apdrošinājums |||| Apdrošinājumi',
  fields: {
    sponsor: 'Darba devējs',
    policyNo: 'Polise',
    memberNo: 'Kartes numurs',
    effectiveFrom: 'Spēkā no',
    effectiveTo: 'Spēkā līdz',
    eligibilityCheckedAt: 'Tiesības pārbaudītas',
    used: 'Izlietots',
    categoryMinor: 'Pa kategorijām',
    annualMinor: 'Šogad',
  },
}
