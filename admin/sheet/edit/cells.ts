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

/** Cells of a sheet: columns by their names in reading order, rows by their places in the list. */
export interface CellArea {
  readonly names: readonly string[]
  readonly firstRow: number
  readonly lastRow: number
}

/** What entering many cells has to know of the sheet. */
export interface CellGround {
  /** The rows of the list, each in its place. */
  readonly rows: readonly SheetRow[]
  readonly columnOf: (name: string) => DeclaredField | undefined
  readonly contextOf: (row: SheetRow) => TextContext
  /** The text of a refused entry, which stands in its cell. */
  readonly enteredOf: (row: SheetRow, name: string) => string | undefined
}

/** The text of a cell for the clipboard, as it reads back: that of its value, or what was entered there and refused. */
export function cellText(row: SheetRow, name: string, { columnOf, contextOf, enteredOf }: CellGround): string {
  const column = columnOf(name)
  return enteredOf(row, name) ?? (column ? copyText(column, row[name], contextOf(row)) : '')
}
