import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { CounterChanges } from './counters.ts'
import { entryOf, historyItem, type Origin } from './history.ts'
import { type StoredRecord, toItem, tokenItems } from './item.ts'
import { type Key, uniqueKey } from './keys.ts'
import { type Event, eventOf, outboxItem } from './outbox.ts'
import { putItem, removeItem, type TransactionStep, updateItemStep } from './steps.ts'
import { ConditionFailure, transact } from './transact.ts'

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

/**
 * The writes of some changes: records, history, tokens, unique values, and for all together their counters and one
 * item of events. Throws `ConditionFailure` when two of the changes take or free the same unique values, which one
 * transaction cannot write twice.
 */
export function transactionSteps(
  origin: Origin,
  changes: readonly Change[],
): { steps: TransactionStep[]; stored: StoredRecord[] } {
  const counters = new CounterChanges()
  const steps: TransactionStep[] = []
  const events: Event[] = []
  const stored = changes.map(({ entity, before, after, action, reason, origin: own = origin }): StoredRecord => {
    const record = { ...compact(after), version: (before?.record.version ?? 0) + 1 }
    const entry = entryOf(own, before, record, action, reason)
    const next = { record, hash: entry.hash }
    const notes = { means: 'version', about: record.id } as const
    const condition = before ? { equals: { v: before.record.version } } : { absent: true as const }
    steps.push(
      putItem(toItem(entity, next), { if: condition, ...notes }),
      putItem(historyItem(entry), { if: { absent: true }, ...notes }),
      ...uniqueSteps(entity, before?.record, record),
      ...tokenSteps(entity, before?.record, record),
    )
    if (!own.isSilent) events.push(eventOf(entity.resource, entry))
    counters.count(entity, before?.record, record)
    return next
  })
  checkUniqueOnce(steps)
  const [first] = events
  if (first) steps.push(putItem(outboxItem(first, events), { if: { absent: true }, means: 'version', about: first.id }))
  for (const { key, add } of counters.changes()) steps.push(updateItemStep(key, { add }))
  return { steps, stored }
}

/** Writes some changes and what must hold with them in one transaction; throws `ConditionFailure`. */
export async function commit(
  origin: Origin,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  const { steps, stored } = transactionSteps(origin, changes)
  await transact([...steps, ...extra])
  return stored
}

const compact = (record: AnyRecord): AnyRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null)) as AnyRecord

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

function tokenSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  const byKey = (record: AnyRecord | undefined) =>
    new Map((record ? tokenItems(entity, record) : []).map((item) => [`${item.pk}/${item.sk}`, item]))
  const [old, next] = [byKey(before), byKey(after)]
  return [
    ...[...old].flatMap(([key, item]) => (next.has(key) ? [] : [removeItem(item)])),
    ...[...next].flatMap(([key, item]) => (old.has(key) ? [] : [putItem(item)])),
  ]
}
