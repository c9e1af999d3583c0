/** One column: `number` cells are plain decimals and never quoted into text, `text` cells are guarded. */
export type CsvColumn<Name extends string = string> = { name: Name; kind: 'text' | 'number' }
export type CsvRow<Name extends string = string> = Partial<Record<Name, string | number>>

/** A table that cannot be read, with the line on which its text breaks. */
export class CsvError extends Error {
  readonly line?: number
  constructor(message: string, line?: number) {
    super(line === undefined ? message : `${message} (line ${line})`)
    this.name = 'CsvError'
    this.line = line
  }
}

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

/** A value as its column writes it: a checked decimal, or a guarded text, quoted where RFC 4180 asks. */
export function csvCell({ name, kind }: CsvColumn, value: string | number | undefined = ''): string {
  if (kind === 'text') return quoted(guard(String(value)))
  const cell = String(value)
  if (!decimal.test(cell)) throw new RangeError(`Column ${name} holds a cell that is not a number.`)
  return cell
}

/** Written cells as one line. */
export function csvLineOf(cells: readonly string[]): string {
  // A line of one empty cell would read as no line at all.
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`
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
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = []
  let position = text.startsWith(byteOrderMark) ? 1 : 0
  while (position < text.length) {
    const start = position
    const cells: string[] = []
    for (;;) {
      const end = endOfCell(text, position, delimiter)
      if (end < 0) throw new CsvError('A quoted cell is not closed', lineAt(text, position))
      cells.push(
        text[position] === '"' ? text.slice(position + 1, end - 1).replaceAll('""', '"') : text.slice(position, end),
      )
      position = end
      if (text[position] !== delimiter) break
      position += 1
    }
    if (position < text.length && !isLineEnd(text[position]))
      throw new CsvError('Text follows a closing quote', lineAt(text, position))
    if (position > start) rows.push(cells)
    position += text.startsWith('\r\n', position) ? 2 : 1
  }
  return rows
}

/**
 * The header and the rows of a table from anywhere, whichever of comma, semicolon and tab its first line has most of:
 * spreadsheets of many countries separate by semicolons, and text copied from one by tabs.
 */
export function readForeign(text: string): [header: string[], ...rows: string[][]] {
  const [line = ''] = text.split(/[\r\n]/, 1)
  const count = (delimiter: string) => line.split(delimiter).length
  const delimiter = [';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best), ',')
  const [first = [], ...rows] = parseCsv(text, delimiter)
  return [first.map((name) => unguard(name).trim()), ...rows]
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let end = start
  if (text[start] !== '"') {
    const closing = delimiter.charCodeAt(0)
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === closing || code === 10 || code === 13) break
    }
    return end
  }
  do end = text.indexOf('"', end + 1) + 1
  while (end > 0 && text[end] === '"')
  return end > 0 ? end : -1
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\r' || character === '\n'
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function lineAt(text: string, position: number): number {
  return 1 + (text.slice(0, position).match(/\r\n|\n|\r/g)?.length ?? 0)
}
