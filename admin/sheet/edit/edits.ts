import type { RaRecord } from 'react-admin'
import type { RowPatch, RowResult } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'

/** A value for a cell. */
export interface NewValue {
  readonly id: string
  readonly field: string
  readonly after: unknown
}

/** One changed cell with its value before and after. */
export interface CellChange extends NewValue {
  /** Moves back to what is stored when an entry before this one, of the same cell, was refused. */
  before: unknown
}

/** Changes that are undone together: one paste, one fill, one typed value. `timeMs` is when, in epoch milliseconds. */
export interface Command {
  readonly key: number
  readonly timeMs: number
  readonly changes: readonly CellChange[]
  readonly isUndone: boolean
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

/**
 * The changes of one row as the API takes them, with the values they are based on: those of `seen`, which was read since,
 * or else those of the list. A field without a value is null.
 */
export const patchOf = (id: string, changes: readonly CellChange[], seen?: RaRecord): RowPatch => ({
  id,
  was: Object.fromEntries(changes.map(({ field, before }) => [field, (seen ? seen[field] : before) ?? null])),
  changes: Object.fromEntries(changes.map(({ field, after }) => [field, after ?? null])),
})

/**
 * What a refused row leads to: the cells that are refused, each with its reason, and those that are sent again without
 * them. Where the reason names none of the cells, all of them are refused.
 */
export function refusalsOf(
  { message, errors = {} }: Pick<Extract<RowResult, { ok: false }>, 'message' | 'errors'>,
  changes: readonly CellChange[],
): { readonly refused: readonly (readonly [CellChange, string])[]; readonly again: readonly CellChange[] } {
  const named = changes.filter(({ field }) => errors[field] !== undefined)
  const refused = named.length > 0 ? named : changes
  const reason = Object.values(errors)[0] ?? message
  return {
    refused: refused.map((change) => [change, errors[change.field] ?? reason]),
    again: changes.filter((change) => !refused.includes(change)),
  }
}
