/** What a file for people says besides its records, in English; every other language has this shape. */
export const en = {
  everythingOnPatient: 'Everything that is held on one patient',
  yes: 'Yes',
  no: 'No',
  rows: (count: number) => `Records: ${count.toLocaleString('en-US')}`,
  asOf: (at: string, zone: string) => `As of ${at} (${zone})`,
}
export type PaperText = typeof en
