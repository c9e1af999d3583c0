import { type CellArea, type CellEdit, type CellGround, cellText } from '../edit/cells.ts'
import type { SheetRow } from '../rows.ts'

/** What emptying cells changes, and the columns that keep their values: those that need one, and those only read. */
export function clearing({ names, firstRow, lastRow }: CellArea, { rows, columnOf, enteredOf }: CellGround) {
  const columns = names.flatMap((name) => columnOf(name) ?? [])
  const cleared = columns.filter(({ field, isEditable }) => isEditable && !field.isRequired)
  const isFilled = (row: SheetRow, name: string) => row[name] !== undefined && row[name] !== null
  return {
    cells: rows
      .slice(firstRow, lastRow + 1)
      .flatMap((row) =>
        cleared
          .filter(({ name }) => isFilled(row, name) || enteredOf(row, name) !== undefined)
          .map(({ name }): CellEdit => ({ row, name, entered: '' })),
      ),
    kept: columns.filter((column) => !cleared.includes(column)).map(({ name }) => name),
  }
}

/** What copying an area over a larger one that holds it changes, repeated in each direction. */
export function filling(source: CellArea, target: CellArea, names: readonly string[], ground: CellGround): CellEdit[] {
  const { rows, columnOf } = ground
  const height = source.lastRow - source.firstRow + 1
  const start = names.indexOf(source.names[0] ?? '')
  const cells: CellEdit[] = []
  for (let at = target.firstRow; at <= target.lastRow; at++)
    for (const name of target.names) {
      const isSource = at >= source.firstRow && at <= source.lastRow && source.names.includes(name)
      const from = rows[source.firstRow + modulo(at - source.firstRow, height)]
      const fromName = source.names[modulo(names.indexOf(name) - start, source.names.length)]
      const row = rows[at]
      if (isSource || !row || !from || fromName === undefined || !columnOf(name)?.isEditable) continue
      // A column copied to another one is read there as its text; within its own the value stays what it is.
      const isOwn = fromName === name && ground.enteredOf(from, name) === undefined
      cells.push({ row, name, entered: isOwn ? (from[name] ?? '') : cellText(from, fromName, ground) })
    }
  return cells
}

const modulo = (value: number, size: number): number => ((value % size) + size) % size
