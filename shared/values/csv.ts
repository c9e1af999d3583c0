import { CsvError } from './table/CsvError.ts'
import { csvRecords } from './table/csvRecords.ts'

/** One column: `number` cells are plain decimals and never quoted into text, `text` cells are guarded. */
export type CsvColumn<Name extends string = string> = { name: Name; kind: 'text' | 'number' }
export type CsvRow<Name extends string = string> = Partial<Record<Name, string | number>>

const byteOrderMark = '\ufeff'
const decimal = /^(?:-?\d+(?:\.\d+)?)?$/
// What a spreadsheet may run, also behind blanks or in full width, and any number of guards before it: with the
// guards in the pattern, taking one off undoes putting one on for every text there is.
const runnable = /^'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/

/** A text that no spreadsheet runs as a formula: an apostrophe before one that begins like it. */
export function guard(text: string): string {
  return runnable.test(text) ? `'${text}` : text
}

/** The text that `guard` was given. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && runnable.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** A table as RFC 4180 with CRLF and a byte order mark, which Excel needs to read UTF-8. */
export function writeCsv<Name extends string>(
  columns: readonly CsvColumn<Name>[],
  rows: Iterable<CsvRow<NoInfer<Name>>>,
): string {
  let text = csvHeader(columns)
  for (const row of rows) text += csvLine(columns, row)
  return text
}

/** The byte order mark and the line of column names. */
export function csvHeader(columns: readonly CsvColumn[]): string {
  return byteOrderMark + csvLineOf(columns.map((column) => quoted(guard(column.name))))
}

/** One row; an absent cell is empty, and a number column that holds anything but a plain decimal throws RangeError. */
export function csvLine<Name extends string>(columns: readonly CsvColumn<Name>[], row: CsvRow<NoInfer<Name>>): string {
  return csvLineOf(columns.map((column) => csvCell(column, row[column.name])))
}

/** How a table is written where it is not as `writeCsv` does it. */
export interface CsvForm {
  /** Keeps a text from what a spreadsheet makes of it. */
  readonly guarded?: (text: string) => string
  readonly delimiter?: ',' | ';'
}

/** A value as its column writes it: a checked decimal, or a guarded text, quoted where RFC 4180 asks. */
export function csvCell(
  { name, kind }: CsvColumn,
  value: string | number | undefined = '',
  { guarded = guard, delimiter }: CsvForm = {},
): string {
  if (kind === 'text') return quoted(guarded(String(value)), delimiter)
  const cell = String(value)
  if (!decimal.test(cell)) throw new RangeError(`Column ${name} holds a cell that is not a number.`)
  return cell
}

/** Written cells as one line. */
export function csvLineOf(cells: readonly string[], delimiter = ','): string {
  // A line of one empty cell would read as no line at all.
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter)}\r\n`
}

/** Rows of a table written by `writeCsv`, cells as text by column name; another header throws. */
export function readCsv<Name extends string>(
  columns: readonly CsvColumn<Name>[],
  text: string,
): Record<Name, string>[] {
  return readRecords(columns, text).map((cells) => {
    const named = columns.map(({ name }, index) => [name, cells[index]])
    return Object.fromEntries(named) as Record<Name, string>
  })
}

/** The same rows with their cells in the order of the columns. */
export function readRecords(columns: readonly CsvColumn[], text: string): string[][] {
  const [header = [], ...rows] = parseCsv(text)
  if (header.map(unguard).join('\n') !== columns.map((column) => column.name).join('\n'))
    throw new CsvError('The columns differ from those expected')
  return rows.map((cells, row) => {
    if (cells.length !== columns.length)
      throw new CsvError(`Row ${row + 1} has ${cells.length} cells instead of ${columns.length}`)
    return cells.map((cell, index) => (columns[index]?.kind === 'text' ? unguard(cell) : cell))
  })
}

/**
 * The cells of an RFC 4180 text as written, guards included; CRLF, LF or CR end a row, empty lines are skipped, and a
 * quote that is not closed, or followed by more text, throws CsvError.
 */
export const parseCsv = (text: string, delimiter?: string): string[][] =>
  [...csvRecords(text, delimiter)].filter((cells) => cells.length > 0)

function quoted(cell: string, delimiter = ','): string {
  const needsQuotes = /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
