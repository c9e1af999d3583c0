import { unguard } from '../csv.ts'
import { CsvError } from './CsvError.ts'
import { csvRecords } from './csvRecords.ts'

/** What parts the cells of a table from anywhere. */
type Delimiter = ',' | ';' | '\t'

/** A table from anywhere: each row at the place that a spreadsheet shows, so that the first one below the names is row 2. */
export interface ForeignTable {
  readonly header: readonly string[]
  /** Rows of empty cells only are without cells. */
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: Delimiter
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** Rows by which the delimiter is found. */
const tried = 100

/** The first line by which a spreadsheet is told the delimiter. */
const told = /^\ufeff?"?sep=([,;\t])"?(?:\r\n|\n|\r|$)/i

/**
 * Reads the table of a text: parted by what its line `sep=;` says, or else by the comma, semicolon or tab that parts most of
 * its first rows into as many cells as there are names. Throws CsvError when a quotation mark is too many or too few.
 */
export function readForeign(text: string): ForeignTable {
  const [line = '', said] = told.exec(text) ?? []
  const rest = text.slice(line.length)
  const delimiter = delimiters.find((each) => each === said) ?? delimiterOf(rest)
  const rows: string[][] = []
  for (const cells of csvRecords(rest, delimiter)) rows.push(cells.some((cell) => cell.trim() !== '') ? cells : [])
  while (rows.at(-1)?.length === 0) rows.pop()
  const first = rows.findIndex((cells) => cells.length > 0)
  const [header = []] = rows.splice(Math.max(0, first), 1)
  return { header: header.map((name) => unguard(name).trim()), rows, delimiter }
}

/** Rows that have cells. */
export const filledRows = (rows: ForeignTable['rows']): number => rows.filter(({ length }) => length > 0).length

function delimiterOf(text: string): Delimiter {
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...fitOf(text, delimiter) }))
    .sort((a, b) => b.share - a.share || b.columns - a.columns)
  return best?.delimiter ?? ','
}

/** How many names a delimiter makes of the first row, and which part of the rows below has as many cells; 0 where it parts nothing. */
function fitOf(text: string, delimiter: Delimiter): { columns: number; share: number } {
  let columns = 0
  let rows = 0
  let fit = 0
  try {
    for (const cells of csvRecords(text, delimiter)) {
      if (cells.length === 0) continue
      if (columns === 0) columns = cells.length
      rows++
      // Some programs leave out empty cells at the end of a row.
      fit += cells.length === columns ? 1 : cells.length > 1 && cells.length < columns ? 0.5 : 0
      if (rows > tried) break
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    rows++
  }
  return { columns, share: columns > 1 ? fit / rows : 0 }
}
