import type { HistoryRow } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'

/** One field of a history entry: its value before and after. */
export interface FieldChange {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

const technicalNames = new Set([
  'id',
  'version',
  'row',
  'updatedAt',
  'totalsHash',
  'tokenHash',
  'signedBy',
  'approverIds',
  'createdAt',
  // Who took a step stands above its entry.
  'acknowledgedBy',
  'investigatedBy',
  'assessedBy',
  'respondedBy',
  'resolvedBy',
  'clocks',
  'pauses',
  'dueAt',
  'digestAt',
])

/** What an entry changed, field by field; unchanged and technical fields are left out. */
export function changesIn({ before = {}, after = {} }: Pick<HistoryRow, 'before' | 'after'>): FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names]
    .filter((name) => !technicalNames.has(name) && !isSame(before?.[name], after?.[name]))
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
}
