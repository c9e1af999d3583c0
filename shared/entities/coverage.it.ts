/** Memberships in Italian. */
export const coverages = {
  name: 'Copertura |||| Coperture',
  fields: {
    sponsor: 'Datore di lavoro',
    policyNo: 'Polizza',
    memberNo: 'Numero tessera',
    effectiveFrom: 'Valida dal',
    effectiveTo: 'Valida fino al',
    eligibilityCheckedAt: 'Diritto verificato',
    used: 'Già utilizzato',
    categoryMinor: 'Per categoria',
    annualMinor: 'Quest’anno',
  },
}
