import type { FieldKind } from '#shared/declaration/field.ts'
import { foldDigits } from '#shared/values/fold.ts'

/** How a file writes what countries write differently. */
export interface FileStyle {
  readonly decimalMark: '.' | ','
  /** A number such as `1.450` can only be what this mark makes of it. */
  readonly isMarkSure: boolean
  /** Days such as `12/31/2026` begin with their month. */
  readonly isMonthFirst: boolean
}

/** The cells of a file that say how it is written: those of a column, and what kind of field it is. */
export interface ColumnCells {
  readonly kind: FieldKind
  readonly cells: Iterable<string>
}

const numbers: readonly FieldKind[] = ['money', 'number', 'integer', 'basisPoints']
const days: readonly FieldKind[] = ['day', 'instant']

/**
 * How a file is written, by the cells that can be read in one way only. Where none tells, or they contradict each other, a
 * file parted by semicolons has decimal commas, one parted by commas has points for certain, and days begin with the day.
 */
export function fileStyle(columns: Iterable<ColumnCells>, delimiter: string): FileStyle {
  const marks = new Set<string>()
  const orders = new Set<string>()
  for (const { kind, cells } of columns)
    for (const cell of cells) {
      if (numbers.includes(kind)) marks.add(markIn(cell) ?? '')
      if (days.includes(kind)) orders.add(orderIn(cell) ?? '')
    }
  const [comma, point] = [marks.has(','), marks.has('.')]
  const decimalMark = comma === point ? (delimiter === ';' ? ',' : '.') : comma ? ',' : '.'
  const isMarkSure = comma !== point || delimiter === ','
  return { decimalMark, isMarkSure, isMonthFirst: orders.has('month') && !orders.has('day') }
}

/** The mark that parts the decimals of a number; undefined where it may part thousands. */
function markIn(cell: string): string | undefined {
  const marks = foldDigits(cell).replace(/[^\d.,]/g, '')
  const [, whole = '', last = '', decimals = ''] = /^(.*)([.,])(\d*)$/.exec(marks) ?? []
  if (last === '') return undefined
  const other = last === ',' ? '.' : ','
  if (whole.includes(other)) return last
  if (whole.includes(last)) return other
  return decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? undefined : last
}

const figures = /^\D*(\d{1,2})([./-])(\d{1,2})\2\d{2,4}(?!\d)/

/** What a day such as `12/31/2026` begins with; undefined where it may be either. */
function orderIn(cell: string): 'day' | 'month' | undefined {
  const [, first, , second] = figures.exec(foldDigits(cell)) ?? []
  if (first === undefined || second === undefined) return undefined
  if (Number(first) > 12) return 'day'
  return Number(second) > 12 ? 'month' : undefined
}

/** A day that begins with its month, with the day first; any other text as it is. */
export const dayFirst = (cell: string): string =>
  foldDigits(cell).replace(/^(\D*)(\d{1,2})([./-])(\d{1,2})(?=\3\d{2,4}(?!\d))/, '$1$4$3$2')
