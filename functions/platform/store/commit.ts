import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { store } from './client.ts'
import { additionOf, Tally } from './counters.ts'
import { entryOf, historyItem, type Origin } from './history.ts'
import { type StoredRecord, toItem, tokenItems } from './item.ts'
import { type Key, uniqueKey } from './keys.ts'
import { type Event, eventOf, outboxItem } from './outbox.ts'

/** One record as it was and as it is to be; the version is counted up here. */
export interface Change {
  readonly entity: Entity
  readonly before?: StoredRecord
  readonly after: AnyRecord
  readonly action: string
  readonly reason?: string
  /** Who did it and when, where that differs from the rest of the transaction. */
  readonly doing?: Origin
}

/** One write of a transaction, with what it means when its condition fails. */
export interface TransactionStep {
  readonly write: NonNullable<TransactWriteCommandInput['TransactItems']>[number]
  readonly means: TransactionRefused['what']
  readonly about?: string
  /** Names of the fields whose unique values it takes or frees. */
  readonly unique?: string
}

/** Writes one transaction takes, a limit of DynamoDB. */
export const transactionLimit = 100

/** A condition of the transaction did not hold; nothing was written. */
export class TransactionRefused extends Error {
  constructor(
    readonly what: 'version' | 'unique' | 'sequence' | 'idempotency' | 'claim',
    /** The record's id, or the names of the fields that are taken. */
    readonly about: string,
  ) {
    super(`Refused: ${what}`)
  }
}

/** More writes than one transaction takes; nothing was written, and fewer changes at once will do. */
export class TooManyWrites extends Error {
  override readonly name = 'TooManyWrites'
}

/** Puts an item that must not exist yet. */
export const putNew = (
  item: Record<string, unknown>,
  means: TransactionStep['means'],
  about?: string,
): TransactionStep => ({
  write: { Put: { TableName: env.table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
  means,
  about,
})

/** Removes an item. */
export const remove = (key: Key): TransactionStep => ({
  write: { Delete: { TableName: env.table, Key: { ...key } } },
  means: 'claim',
})

/**
 * The writes of some changes: records, history, tokens, unique values, and for all together their
 * counters and one item of events. Throws
 * `Refused` when two of the changes take or free the same unique values, which one transaction cannot hold.
 */
export function transactionSteps(
  origin: Origin,
  changes: readonly Change[],
): { steps: TransactionStep[]; stored: StoredRecord[] } {
  const tally = new Tally()
  const steps: TransactionStep[] = []
  const events: Event[] = []
  const stored = changes.map(({ entity, before, after, action, reason, doing: by = origin }): StoredRecord => {
    const record = { ...clean(after), version: (before?.record.version ?? 0) + 1 }
    const entry = entryOf(by, before, record, action, reason)
    const next = { record, hash: entry.hash }
    const condition = before
      ? { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': before.record.version } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    steps.push(
      {
        write: { Put: { TableName: env.table, Item: toItem(entity, next), ...condition } },
        means: 'version',
        about: record.id,
      },
      putNew(historyItem(entry), 'version', record.id),
      ...uniqueSteps(entity, before?.record, record),
      ...tokenSteps(entity, before?.record, record),
    )
    if (!by.isUntold) events.push(eventOf(entity.resource, entry))
    tally.count(entity, before?.record, record)
    return next
  })
  checkOnce(steps)
  const [first] = events
  if (first) steps.push(putNew(outboxItem(first, events), 'version', first.id))
  for (const { key, by } of tally.changes()) steps.push({ write: additionOf(key, by, env.table), means: 'claim' })
  return { steps, stored }
}

/** Writes some changes and whatever must hold with them in one transaction; throws `Refused` when a condition fails. */
export async function commit(
  origin: Origin,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  const { steps, stored } = transactionSteps(origin, changes)
  await transact([...steps, ...extra])
  return stored
}

/** Runs one transaction; a clash with another one in flight is tried again, a failed condition is not. */
export async function transact(steps: readonly TransactionStep[]): Promise<void> {
  if (steps.length > transactionLimit) throw new TooManyWrites(`A transaction of ${steps.length} writes`)
  const command = { TransactItems: steps.map((step) => step.write), ClientRequestToken: crypto.randomUUID() }
  for (let attempt = 0; ; attempt++) {
    try {
      await store().send(new TransactWriteCommand(command))
      return
    } catch (error) {
      const reasons = cancellation(error)
      if (!reasons) throw error
      const failed = steps.filter((_, index) => reasons[index] === 'ConditionalCheckFailed')
      // A repetition fails for all it would write once more, and a number drawn twice is also taken: the cause is told.
      const cause = (what: TransactionStep['means']) => failed.find(({ means }) => means === what)
      const step = cause('idempotency') ?? cause('sequence') ?? failed[0]
      if (step) throw new TransactionRefused(step.means, step.about ?? '')
      if (attempt >= 9) throw error
      // A cancelled transaction has used up its token.
      command.ClientRequestToken = crypto.randomUUID()
      await new Promise((done) => setTimeout(done, Math.random() * Math.min(1000, 15 * 2 ** attempt)))
    }
  }
}

function cancellation(error: unknown): (string | undefined)[] | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'TransactionInProgressException' || error.name === 'TransactionConflictException') return []
  if (error.name !== 'TransactionCanceledException' || !('CancellationReasons' in error)) return undefined
  const reasons = error.CancellationReasons
  return Array.isArray(reasons) ? reasons.map((reason: { Code?: string }) => reason.Code) : []
}

const clean = (record: AnyRecord): AnyRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null)) as AnyRecord

function checkOnce(steps: readonly TransactionStep[]): void {
  const seen = new Set<string>()
  for (const { write, unique } of steps) {
    if (unique === undefined) continue
    const { pk } = write.Delete?.Key ?? write.Put?.Item ?? {}
    if (seen.has(String(pk))) throw new TransactionRefused('unique', unique)
    seen.add(String(pk))
  }
}

function uniqueSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  return (entity.unique ?? []).flatMap((fields) => {
    const keyOf = (record: AnyRecord | undefined) => {
      const values = record && record.deletedAt === undefined ? fields.map((name) => record[name]) : undefined
      return values?.every((value) => value !== undefined && value !== null)
        ? uniqueKey(entity.resource, fields, values)
        : undefined
    }
    const old = keyOf(before)
    const now = keyOf(after)
    if (old?.pk === now?.pk) return []
    return [
      ...(old ? [{ ...remove(old), unique: fields.join(',') }] : []),
      ...(now ? [{ ...putNew({ ...now, id: after.id }, 'unique', fields.join(',')), unique: fields.join(',') }] : []),
    ]
  })
}

function tokenSteps(entity: Entity, before: AnyRecord | undefined, after: AnyRecord): TransactionStep[] {
  const old = new Map((before ? tokenItems(entity, before) : []).map((item) => [`${item.pk}/${item.sk}`, item]))
  const now = new Map(tokenItems(entity, after).map((item) => [`${item.pk}/${item.sk}`, item]))
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([, item]) => remove({ pk: String(item.pk), sk: String(item.sk) }))
  const fresh = [...now]
    .filter(([key]) => !old.has(key))
    .map(([, item]): TransactionStep => ({ write: { Put: { TableName: env.table, Item: item } }, means: 'claim' }))
  return [...gone, ...fresh]
}
