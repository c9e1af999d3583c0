import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { macsOf, newestAuditKey } from './audit/auditKeys.ts'
import { childSteps, uniqueSteps } from './dependentSteps.ts'
import { digestOf, entryFrom, entryOf, type HistoryEntry, historyItem, type Origin } from './history.ts'
import { type StoredRecord, toItem } from './item.ts'
import { historyKey } from './keys.ts'
import { type Event, eventOf, outboxItem } from './outbox.ts'
import { forgetKeysIn } from './persons/keyCache.ts'
import { type KeysById, keysOfChanges, privacyOf } from './persons/keysOfChanges.ts'
import { keepKeyStep } from './persons/personKeys.ts'
import { getItem } from './read.ts'
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

type ItemsByChange = ReadonlyMap<Change, ChangeItems>

/** Makes the items of some changes and signs their entries of history, all at once. */
async function itemsOf(changes: readonly Change[], origin: Origin, keys: KeysById): Promise<ItemsByChange> {
  if (changes.length === 0) return new Map()
  const auditKey = newestAuditKey()
  const drafts = changes.map((change) => ({ change, ...draftOf(change, origin, keys, auditKey.number) }))
  const digests = drafts.map(({ entry }) => digestOf(entry))
  const macs = await macsOf(digests, auditKey)
  return new Map(
    drafts.map(({ change, record, entry }, index) => {
      const next = { record, hash: entry.hash }
      const items = { record: toItem(change.entity, next, ''), history: historyItem(entry, macs[index]) }
      return [change, { next, entry, ...items }]
    }),
  )
}

/** The record and the entry that a change makes, before the entry is signed. */
function draftOf(change: Change, origin: Origin, keys: KeysById, key: number) {
  const { before, after, action, reason, origin: own = origin } = change
  const record = { ...compact(after), version: (before?.record.version ?? 0) + 1 }
  return { record, entry: entryOf(own, before, record, { action, reason, privacy: privacyOf(change, keys), key }) }
}

const madeBefore = new WeakMap<Change, ChangeItems>()

/**
 * Makes the items of changes of records before they are committed, so that the next ones are made while the store writes.
 * Not when a person has no key yet, for somebody else may make that key first.
 */
export async function prepare(origin: Origin, changes: readonly Change[], keys: KeysById): Promise<void> {
  if ([...keys.values()].some(({ state }) => state === 'none')) return
  for (const [change, items] of await itemsOf(changes, origin, keys)) madeBefore.set(change, items)
}

/**
 * The writes of some changes: records, history, unique values, children, new keys of persons, and one item with the events
 * of all. `keys` are those of `keysOfChanges`. Throws
 * `ConditionFailure` when two of the changes are of one record, or take or free the same unique values, which one
 * transaction cannot write twice.
 */
export async function transactionSteps(
  origin: Origin,
  changes: readonly Change[],
  keys: KeysById,
): Promise<{ steps: TransactionStep[]; stored: StoredRecord[] }> {
  checkRecordsOnce(changes)
  const isNew = (change: Change) => !madeBefore.has(change)
  const made = await itemsOf(changes.filter(isNew), origin, keys)
  // The instant of the commit and not of the act: the projection follows changes by it.
  const committedAt = new Date().toISOString()
  const steps: TransactionStep[] = []
  const events: Event[] = []
  const stored = changes.map((change): StoredRecord => {
    const { entity, before, origin: own = origin } = change
    const all = madeBefore.get(change) ?? made.get(change)
    if (!all) throw new Error('A change has no items')
    const { next, entry, ...items } = all
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
    const { steps, stored } = await transactionSteps(origin, changes, await keysOfChanges(changes))
    try {
      await transact([...steps, ...extra])
      return stored
    } catch (error) {
      if (error instanceof ConditionFailure && error.isRepeated && (await isWritten(stored))) return stored
      const isKeyMade = error instanceof ConditionFailure && error.means === 'key'
      if (!isKeyMade || attempt >= attempts) throw error
    } finally {
      forgetKeysIn(extra)
      // A write whose answer is lost may have happened all the same.
      for (const { entity } of changes) countWrite(entity.resource)
    }
  }
}

/** Whether a transaction was written, by the entry of its first record, which no other one can have. */
async function isWritten([first]: readonly StoredRecord[]): Promise<boolean> {
  const item = first && (await getItem(historyKey(first.record.id, first.record.version), { consistent: true }))
  return item !== undefined && entryFrom(item).hash === first?.hash
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
