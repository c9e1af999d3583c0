import { csvRecords } from '#shared/values/table/csvRecords.ts'

/** How the spreadsheet of a country writes what it saves as CSV. */
export interface SpreadsheetLocale {
  readonly delimiter: ',' | ';'
  readonly mark: '.' | ','
  readonly day: (year: string, month: string, day: string) => string
  readonly truths: readonly [yes: string, no: string]
}

/** Spreadsheets as people of our five languages have them. */
export const spreadsheetLocales: Readonly<Record<string, SpreadsheetLocale>> = {
  english: { delimiter: ',', mark: '.', day: (y, m, d) => `${d}/${m}/${y}`, truths: ['TRUE', 'FALSE'] },
  italian: { delimiter: ';', mark: ',', day: (y, m, d) => `${d}/${m}/${y}`, truths: ['VERO', 'FALSO'] },
  latvian: { delimiter: ';', mark: ',', day: (y, m, d) => `${d}.${m}.${y}`, truths: ['PATIESS', 'APLAMS'] },
  chinese: {
    ...{ delimiter: ',', mark: '.', truths: ['TRUE', 'FALSE'] },
    day: (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  },
  arabic: { delimiter: ';', mark: '.', day: (y, m, d) => `${d}/${m}/${y}`, truths: ['TRUE', 'FALSE'] },
}

/** What a spreadsheet takes for something else than text, and therefore may write otherwise than it found it. */
const figures = /^[\s(]*[\d.$€£](?:[\d\s.,:/()%$€£-]|e[+-]?|[ap]m)*$/i
const dayWithMonth =
  /^(?=.*\d)\d{0,4}[\s./-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*\d{0,4}$/i

/** A cell as a spreadsheet shows it after it opened the file: what it cannot keep is damaged here, so that nobody misses it. */
function shown(cell: string, { mark, day, truths: [yes, no] }: SpreadsheetLocale): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? []
  if (year && month && date) return day(year, month, date)
  if (/^(true|vero|patiess)$/i.test(cell)) return yes
  if (/^(false|falso|aplams)$/i.test(cell)) return no
  // Its general format has no zeros at the end, and no more than eleven digits.
  if (/^-?\d{1,11}(\.\d{1,4})?$/.test(cell)) return String(Number(cell)).replace('.', mark)
  return figures.test(cell) || dayWithMonth.test(cell) || /^[=+@-]/.test(cell) ? `damaged ${cell}` : cell
}

/** A CSV file as a spreadsheet saves it again: cells as it shows them, its own separators, free rows below. */
export function savedAgain(text: string, locale: SpreadsheetLocale): string {
  const { delimiter } = locale
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  const rows = [...csvRecords(text)].map((cells) => cells.map((cell) => quoted(shown(cell, locale))).join(delimiter))
  const free = delimiter.repeat(Math.max(0, (rows[0]?.split(delimiter).length ?? 1) - 1))
  return `\ufeff${[...rows, free, free].join('\r\n')}\r\n`
}
