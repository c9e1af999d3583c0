import { isShown, textOfCell } from './htmlText.ts'
import type { PastedTable } from './pastedTable.ts'

type PastedRow = (string | undefined)[]

/** PastedRow that a table may have with all that it merges; a larger one is read as text. */
const mostCells = 1_000_000

/**
 * Reads the tables of markup from the clipboard, one below the other, by the browser's own parser; undefined where there is
 * none, or where text stands beside them, which only the clipboard's text has in its place.
 */
export function readHtml(html: string): PastedTable | undefined {
  const body = bodyOf(html)
  const tables = [...body.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'))
  if (tables.length === 0) return undefined
  const read = tables.map(readTable)
  for (const table of tables) table.remove()
  if (textOfCell(body) !== '' || read.includes(undefined)) return undefined
  const all = read.flatMap((table) => table ?? [])
  return { rows: all.flatMap(({ rows }) => rows), hidden: all.reduce((sum, { hidden }) => sum + hidden, 0) }
}

/** The text of markup without a table, as a browser shows it. */
export const readHtmlText = (html: string): string => textOfCell(bodyOf(html))

const bodyOf = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body

function readTable(table: HTMLTableElement): PastedTable | undefined {
  const rows: PastedRow[] = [...table.rows].map(() => [])
  const hiddenCells: boolean[][] = rows.map(() => [])
  let count = 0
  for (const [y, row] of [...table.rows].entries()) {
    let x = 0
    for (const cell of row.cells) {
      while (rows[y] && x in rows[y]) x++
      const height = cell.rowSpan === 0 ? rows.length - y : Math.min(cell.rowSpan, rows.length - y)
      count += height * cell.colSpan
      if (count > mostCells) return undefined
      const text = textOfCell(cell)
      // A long text that overflows empty neighbours spans them for its looks only: they are cells of their own.
      const filler = isOverflowing(cell) ? '' : undefined
      for (let down = 0; down < height; down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const [target, hidden] = [rows[y + down], hiddenCells[y + down]]
          if (target) target[x + across] = down === 0 && across === 0 ? text : filler
          if (hidden) hidden[x + across] = !isShown(cell)
        }
      x += cell.colSpan
    }
  }
  return shownOf(table, rows, hiddenCells)
}

/** The rows and columns that the program shows, and how many cells with a text it hides. */
function shownOf(table: HTMLTableElement, rows: readonly PastedRow[], hiddenCells: readonly boolean[][]): PastedTable {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const isColumnShown = columnsShown(table, width).map(
    (isDeclared, x) => isDeclared && !hiddenCells.every((row) => row[x]),
  )
  const isRowShown = [...table.rows].map((row) => isShown(row) && (!row.parentElement || isShown(row.parentElement)))
  let hidden = 0
  const shown = rows.flatMap((row, y) => {
    // A row that is shorter than others ends in cells without a text.
    const cells = Array.from({ length: width }, (_, x) => (x in row ? row[x] : ''))
    const isKept = (x: number) => isRowShown[y] === true && isColumnShown[x] === true
    hidden += cells.filter((text, x) => text && !isKept(x)).length
    return isRowShown[y] ? [cells.filter((_, x) => isKept(x))] : []
  })
  return { rows: shown, hidden }
}

function columnsShown(table: HTMLTableElement, width: number): boolean[] {
  const columns = [...table.querySelectorAll<HTMLTableColElement>(':scope > col, :scope > colgroup > col')]
  const declared = columns.flatMap((column) =>
    Array<boolean>(Math.min(column.span, width)).fill(isShown(column) && isShown(column.parentElement ?? column)),
  )
  return Array.from({ length: width }, (_, x) => declared[x] ?? true)
}

const isOverflowing = (cell: HTMLTableCellElement): boolean =>
  /mso-ignore\s*:\s*(colspan|rowspan)/i.test(cell.getAttribute('style') ?? '')
