import type { RaRecord } from 'react-admin'
import { isSame } from '#admin/provider/patch.ts'

/** A value for a cell. */
export interface NewValue {
  readonly id: string
  readonly field: string
  readonly after: unknown
}

/** One changed cell with its value before and after. */
export interface CellChange extends NewValue {
  readonly before: unknown
}

/** Changes that are undone together: one paste, one fill, one typed value. `timeMs` is when, in epoch milliseconds. */
export interface Command {
  readonly key: number
  readonly timeMs: number
  readonly changes: readonly CellChange[]
  readonly isUndone: boolean
}

/** A row whose changes were refused; they stay in their cells until they are corrected, saved again or discarded. */
export interface EditFailure {
  readonly message: string
  readonly errors: Readonly<Record<string, string>>
  readonly changes: readonly CellChange[]
}

/** A value that another person changed at the same time. */
export interface Conflict {
  readonly id: string
  readonly field: string
  readonly was: unknown
  readonly mine: unknown
  readonly theirs: unknown
  readonly current: RaRecord
}

/** The changes of one row that its stored record contradicts: it has neither their old nor their new value. */
export const clashesWith = (current: RaRecord, changes: readonly CellChange[]): CellChange[] =>
  changes.filter(({ field, before, after }) => !isSame(current[field], before) && !isSame(current[field], after))

/** The conflict between a change and the stored record of its row. */
export const conflictOf = ({ id, field, before, after }: CellChange, current: RaRecord): Conflict => ({
  id,
  field,
  was: before,
  mine: after,
  theirs: current[field],
  current,
})

/** The changes that undo these. */
export const inverse = (changes: readonly CellChange[]): CellChange[] =>
  changes.map(({ id, field, before, after }) => ({ id, field, before: after, after: before }))

/** Changes by row, in the order of the rows. */
export function byRow(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const rows = new Map<string, CellChange[]>()
  for (const change of changes) rows.set(change.id, [...(rows.get(change.id) ?? []), change])
  return rows
}

/** The changes of one row as the API takes them: an emptied field is null. */
export const patchOf = (changes: readonly CellChange[]): Record<string, unknown> =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after ?? null]))
