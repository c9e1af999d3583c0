import type { RaRecord } from 'react-admin'

/** One cell changed: what stood there and what stands there now. */
export interface CellChange {
  readonly id: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Changes made together: one paste, one fill, one typed value. They are undone together. */
export interface Command {
  readonly key: number
  readonly at: number
  readonly changes: readonly CellChange[]
  readonly isUndone: boolean
}

/** Rows whose changes were refused; the entries stay in their cells until mended, tried again or given up. */
export interface EditFailure {
  readonly message: string
  readonly errors: Readonly<Record<string, string>>
  readonly changes: readonly CellChange[]
}

/** A value that somebody else changed while this person did. */
export interface Conflict {
  readonly id: string
  readonly field: string
  readonly was: unknown
  readonly mine: unknown
  readonly theirs: unknown
  readonly current: RaRecord
}

/** The changes that take others back. */
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
