import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { entryOf, type HistoryEntry, historyItem, type Origin } from './history.ts'
import { type StoredRecord, toItem } from './item.ts'
import { childKey, type Key, uniqueKey } from './keys.ts'
import { type Event, eventOf, outboxItem } from './outbox.ts'
import { putItem, removeItem, type TransactionStep } from './steps.ts'
import { changesIndex } from './table.ts'
import { ConditionFailure, transact } from './transact.ts'
import { countWrite } from './writes.ts'

/** One record before and after; its version is counted up when it is written. */
export interface Change {
  readonly entity: Entity
  readonly before?: StoredRecord
  readonly after: AnyRecord
  readonly action: string
  readonly reason?: string
  /** Who made it and when, where that differs from the rest of the transaction. */
  readonly origin?: Origin
}

/** What a change writes of its record, but for the instant of the commit. */
interface ChangeItems {
  readonly next: StoredRecord
  readonly entry: HistoryEntry
  readonly record: ReturnType<typeof toItem>
  readonly history: ReturnType<typeof historyItem>
}

function itemsOf({ entity, before, after, action, reason }: Change, origin: Origin): ChangeItems {
  const record = { ...compact(after), version: (before?.record.version ?? 0) + 1 }
  const entry = entryOf(origin, before, record, action, reason)
  const next = { record, hash: entry.hash }
  return { next, entry, record: toItem(entity, next, ''), history: historyItem(entry) }
}

const madeBefore = new WeakMap<Change, ChangeItems>()

/** Makes the items of a change of a record before it is committed, so that the next ones are made while the store writes. */
export function prepare(change: Change & { readonly origin: Origin }): Change {
  madeBefore.set(change, itemsOf(change, change.origin))
  return change
}

/**
 * The writes of some changes: records, history, unique values, children, and one item with the events of all. Throws
 * `ConditionFailure` when two of the changes are of one record, or take or free the same unique values, which one
 * transaction cannot write twice.
 */
export function transactionSteps(
  origin: Origin,
  changes: readonly Change[],
): { steps: TransactionStep[]; stored: StoredRecord[] } {
  // The instant of the commit and not of the act: the projection follows changes by it.
  const committedAt = new Date().toISOString()
  const steps: TransactionStep[] = []
  const events: Event[] = []
  const stored = changes.map((change): StoredRecord => {
    const { entity, before, origin: own = origin } = change
    const { next, entry, ...items } = madeBefore.get(change) ?? itemsOf(change, own)
    const { record } = next
    const notes = { means: 'version', about: record.id } as const
    const condition = before ? { equals: { v: before.record.version } } : { absent: true as const }
    steps.push(
      putItem({ ...items.record, [changesIndex.sort]: committedAt }, { if: condition, ...notes }),
      putItem(items.history, { if: { absent: true }, ...notes }),
      ...uniqueSteps(entity, before?.record, record),
      ...childSteps(entity, before?.record, record),
    )
    if (!own.isSilent) events.push(eventOf(entity.resource, entry))
    return next
  })
  checkUniqueOnce(steps)
  checkRecordsOnce(changes)
  const [first] = events
  if (first) steps.push(putItem(outboxItem(first, events), { if: { absent: true }, means: 'version', about: first.id }))
  return { steps, stored }
}

/** Writes some changes and what must hold with them in one transaction; throws `ConditionFailure`. */
export async function commit(
  origin: Origin,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  const { steps, stored } = transactionSteps(origin, changes)
  try {
    await transact([...steps, ...extra])
  } finally {
    // A write whose answer is lost may have happened all the same.
    for (const { entity } of changes) countWrite(entity.resource)
  }
  return stored
}

const compact = (record: AnyRecord): AnyRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null)) as AnyRecord

// Of several steps at once, two may have consequences for one record; each then needs a transaction of its own.
function checkRecordsOnce(changes: readonly Change[]): void {
  const ids = new Set<string>()
  for (const { after } of changes) {
    if (ids.has(after.id)) throw new ConditionFailure('version', after.id)
    ids.add(after.id)
  }
}

function checkUniqueOnce(steps: readonly TransactionStep[]): void {
  const seen = new Set<string>()
  for (const { write, unique } of steps) {
    if (unique === undefined) continue
    const { pk } = write.Delete?.Key ?? write.Put?.Item ?? {}
    if (seen.has(String(pk))) throw new ConditionFailure('unique', unique)
    seen.add(String(pk))
  }
}

function uniqueSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  return (entity.unique ?? []).flatMap((fields) => {
    const unique = fields.join(',')
    const [old, next] = [before, after].map((record) => uniqueKeyOf(entity, fields, record))
    if (old?.pk === next?.pk) return []
    const item = next && { ...next, id: after.id }
    return [
      ...(old ? [removeItem(old, { unique })] : []),
      ...(item ? [putItem(item, { if: { absent: true }, means: 'unique', about: unique, unique })] : []),
    ]
  })
}

function uniqueKeyOf(entity: Entity, fields: readonly string[], record: AnyRecord | undefined): Key | undefined {
  if (!record || record.deletedAt !== undefined) return undefined
  const values = fields.map((name) => record[name])
  const isComplete = values.every((value) => value !== undefined && value !== null)
  return isComplete ? uniqueKey(entity.resource, fields, values) : undefined
}

function childSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  const [old, next] = [before, after].map((record) => childKeyOf(entity, record))
  if (old?.pk === next?.pk) return []
  return [...(old ? [removeItem(old)] : []), ...(next ? [putItem({ ...next })] : [])]
}

function childKeyOf({ resource, under }: Entity, record: AnyRecord | undefined): Key | undefined {
  const parentId = under && record && record.deletedAt === undefined ? record[under] : undefined
  return record && typeof parentId === 'string' ? childKey(resource, parentId, record.id) : undefined
}
