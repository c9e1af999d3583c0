import type { PaperText } from '../en/paper.ts'

/** What a file for people says besides its records, in Latvian. */
export const lv: PaperText = {
  everythingOnPatient: 'Viss, kas glabājas par pacientu',
  yes: 'Jā',
  no: 'Nē',
  rows: (count) => `Ieraksti: ${count.toLocaleString('lv')}`,
  asOf: (at, zone) => `Dati uz ${at} (${zone})`,
}
