import type { HistoryRow } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'

/** One field of a history entry: its value before and after. */
export interface FieldChange {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
  /** A value that is absent was erased with all that told of a person. */
  readonly isErased?: true
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
  // The pages of site profiles show them.
  'profiles',
])

/** What an entry changed, field by field; unchanged and technical fields are left out. */
export function changesIn(entry: Pick<HistoryRow, 'before' | 'after' | 'erased'>): FieldChange[] {
  const { before = {}, after = {}, erased } = entry
  const gone = new Set(erased?.values)
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {}), ...gone])
  return [...names]
    .filter((name) => !technicalNames.has(name) && (gone.has(name) || !isSame(before?.[name], after?.[name])))
    .map((name) => ({
      ...{ name, before: before?.[name], after: after?.[name] },
      ...(gone.has(name) && { isErased: true as const }),
    }))
}
