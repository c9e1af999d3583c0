import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { TextContext } from '#admin/entity/valueText.ts'
import type { CellEdit } from '../edit/cells.ts'
import { copyText } from '../edit/copy.ts'
import type { NewValue } from '../edit/edits.ts'
import { parseCell } from '../edit/parse.ts'
import type { UnreadableEntry } from '../edit/ShownRows.ts'
import type { SheetRow } from '../rows.ts'

/** Reads what was entered: the values to save, and the texts that are no value, each with the reason. */
export function readEntries(
  cells: readonly CellEdit[],
  columnOf: (name: string) => DeclaredField | undefined,
  contextOf: (row: SheetRow) => TextContext,
): { readonly values: readonly NewValue[]; readonly unreadable: readonly UnreadableEntry[] } {
  const values: NewValue[] = []
  const unreadable: UnreadableEntry[] = []
  for (const { row, name, entered } of cells) {
    const column = columnOf(name)
    if (!column?.isEditable) continue
    const context = contextOf(row)
    const result = parseCell(column, entered, context)
    if ('value' in result) values.push({ id: row.id, field: name, after: result.value })
    else {
      const text = typeof entered === 'string' ? entered : copyText(column, entered, context)
      unreadable.push({ id: row.id, field: name, entered: text, row, why: result.problem })
    }
  }
  return { values, unreadable }
}
