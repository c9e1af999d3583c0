import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { TextContext } from '#admin/entity/valueText.ts'
import type { SheetRow } from '../rows.ts'
import { copyText } from './copy.ts'

/** A value entered for a cell, not yet read. */
export interface CellEdit {
  readonly row: SheetRow
  readonly name: string
  readonly entered: unknown
}

/** A rectangle of cells by the indices of its first and last column and row. */
interface CellRange {
  readonly x: number
  readonly x1: number
  readonly y: number
  readonly y1: number
}

/** The columns by the grid's index; the column that selects rows has none. */
type ColumnByIndex = (index: number) => DeclaredField | undefined

const columnsIn = ({ x, x1 }: Pick<CellRange, 'x' | 'x1'>, columnAt: ColumnByIndex) =>
  Array.from({ length: x1 - x + 1 }, (_, index) => columnAt(x + index))

/** The texts of some rows for the clipboard, from the first to the last column; a column without a field is empty. */
export const copyCells = (
  range: Pick<CellRange, 'x' | 'x1'>,
  rows: readonly SheetRow[],
  columnAt: ColumnByIndex,
  contextOf: (row: SheetRow) => TextContext,
): string[][] =>
  rows.map((row) =>
    columnsIn(range, columnAt).map((column) => (column ? copyText(column, row[column.name], contextOf(row)) : '')),
  )

/** The first row of a range, for all rows below it. */
export function fillDown(range: CellRange, rows: readonly SheetRow[], columnAt: ColumnByIndex): CellEdit[] {
  const first = rows[range.y]
  if (!first) return []
  return rows
    .slice(range.y + 1, range.y1 + 1)
    .flatMap((row) =>
      columnsIn(range, columnAt).flatMap((column) =>
        column ? [{ row, name: column.name, entered: first[column.name] ?? null }] : [],
      ),
    )
}
