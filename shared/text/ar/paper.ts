import type { PaperText } from '../en/paper.ts'

/** What a file for people says besides its records, in Arabic. */
export const ar: PaperText = {
  everythingOnPatient: 'كل ما هو محفوظ عن مريض',
  yes: 'نعم',
  no: 'لا',
  rows: (count) => `عدد السجلات: \u2066${count.toLocaleString('en-US')}\u2069`,
  asOf: (at, zone) => `بتاريخ \u2066${at}\u2069 (\u2066${zone}\u2069)`,
}
