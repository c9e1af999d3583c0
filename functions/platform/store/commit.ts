import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { childSteps, uniqueSteps } from './dependentSteps.ts'
import { entryOf, type HistoryEntry, historyItem, type Origin } from './history.ts'
import { type StoredRecord, toItem } from './item.ts'
import { type Event, eventOf, outboxItem } from './outbox.ts'
import { forgetKeysIn } from './persons/keyCache.ts'
import { type KeysById, keysOfChanges, privacyOf } from './persons/keysOfChanges.ts'
import { keepKeyStep } from './persons/personKeys.ts'
import { putItem, type TransactionStep } from './steps.ts'
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
  /** It takes away what tells of a person: written though the person's key is closed, and without the old values. */
  readonly isErasure?: true
}

/** What a change writes of its record, but for the instant of the commit. */
interface ChangeItems {
  readonly next: StoredRecord
  readonly entry: HistoryEntry
  readonly record: ReturnType<typeof toItem>
  readonly history: ReturnType<typeof historyItem>
}

function itemsOf(change: Change, origin: Origin, keys: KeysById): ChangeItems {
  const { entity, before, after, action, reason } = change
  const record = { ...compact(after), version: (before?.record.version ?? 0) + 1 }
  const entry = entryOf(origin, before, record, { action, reason, privacy: privacyOf(change, keys) })
  const next = { record, hash: entry.hash }
  return { next, entry, record: toItem(entity, next, ''), history: historyItem(entry) }
}

const madeBefore = new WeakMap<Change, ChangeItems>()

/**
 * Makes the items of a change of a record before it is committed, so that the next ones are made while the store writes.
 * Not those of a person who has no key yet, for somebody else may make that key first.
 */
export function prepare(change: Change & { readonly origin: Origin }, keys: KeysById): Change {
  if (![...keys.values()].some(({ state }) => state === 'none'))
    madeBefore.set(change, itemsOf(change, change.origin, keys))
  return change
}

/**
 * The writes of some changes: records, history, unique values, children, new keys of persons, and one item with the events
 * of all. `keys` are those of `keysOfChanges`. Throws
 * `ConditionFailure` when two of the changes are of one record, or take or free the same unique values, which one
 * transaction cannot write twice.
 */
export function transactionSteps(
  origin: Origin,
  changes: readonly Change[],
  keys: KeysById,
): { steps: TransactionStep[]; stored: StoredRecord[] } {
  // The instant of the commit and not of the act: the projection follows changes by it.
  const committedAt = new Date().toISOString()
  const steps: TransactionStep[] = []
  const events: Event[] = []
  const stored = changes.map((change): StoredRecord => {
    const { entity, before, origin: own = origin } = change
    const { next, entry, ...items } = madeBefore.get(change) ?? itemsOf(change, own, keys)
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
  for (const key of keys.values()) if (key.state === 'none') steps.push(keepKeyStep(key))
  checkUniqueOnce(steps)
  checkRecordsOnce(changes)
  const [first] = events
  if (first) steps.push(putItem(outboxItem(first, events), { if: { absent: true }, means: 'version', about: first.id }))
  return { steps, stored }
}

/** How often a transaction is tried when others make the key of the same person first. */
const attempts = 5

/** Writes some changes and what must hold with them in one transaction; throws `ConditionFailure`, or the 409 of an erased person. */
export async function commit(
  origin: Origin,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  for (let attempt = 1; ; attempt++) {
    const { steps, stored } = transactionSteps(origin, changes, await keysOfChanges(changes))
    try {
      await transact([...steps, ...extra])
      return stored
    } catch (error) {
      const isKeyMade = error instanceof ConditionFailure && error.means === 'key'
      if (!isKeyMade || attempt >= attempts) throw error
    } finally {
      forgetKeysIn(extra)
      // A write whose answer is lost may have happened all the same.
      for (const { entity } of changes) countWrite(entity.resource)
    }
  }
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
