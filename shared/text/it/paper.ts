import type { PaperText } from '../en/paper.ts'

/** What a file for people says besides its records, in Italian. */
export const it: PaperText = {
  everythingOnPatient: 'Tutti i dati di un paziente',
  yes: 'Sì',
  no: 'No',
  rows: (count) => `Schede: ${count.toLocaleString('it-IT')}`,
  asOf: (at, zone) => `Aggiornato al ${at} (${zone})`,
}
