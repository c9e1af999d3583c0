import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { log } from '#functions/platform/aws/log.ts'
import type { Entity, RecordOf } from '#shared/declaration/entity.ts'
import { type Meter, pause, StoreBusy, spend, store } from './client.ts'
import { fromItem, type StoredRecord } from './item.ts'
import { childPartition, historyKey, isIdOf, type Key, recordKey, uniqueKey } from './keys.ts'
import { DamagedValue } from './packing/packed.ts'
import { type FeedEntry, feedEntryOf } from './readIndex.ts'

/** How something is read: by whose meter, and whether as it is at this moment (strongly consistent). */
export interface ReadOptions {
  readonly meter?: Meter
  readonly consistent?: boolean
}

/** Any item by key, or undefined; strongly consistent when what is read decides a write. */
export async function getItem(key: Key, options: ReadOptions = {}) {
  const answer = await store().send(
    new GetCommand({
      TableName: env.table,
      Key: key,
      ConsistentRead: options.consistent ?? false,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  spend(options.meter, answer.ConsumedCapacity)
  return answer.Item
}

/** One record by id; undefined when there is none, or when the id is of another entity. */
export async function getRecord<E extends Entity>(
  entity: E,
  id: string,
  options: ReadOptions = {},
): Promise<StoredRecord<RecordOf<E>> | undefined> {
  const stored = isIdOf(entity, id) ? await getAnyRecord(id, options) : undefined
  return stored && asStored(entity, stored)
}

/** One record by id, of whichever entity, or undefined. */
export async function getAnyRecord(id: string, options: ReadOptions = {}): Promise<StoredRecord | undefined> {
  const item = await getItem(recordKey(id), options)
  return item && fromItem(item)
}

// What is in the store was checked when it was written.
const asStored = <E extends Entity>(_entity: E, stored: StoredRecord) => stored as StoredRecord<RecordOf<E>>

/** Items by key in any order, without missing ones. */
export async function getItems(
  keys: readonly Key[],
  { meter, consistent = false }: ReadOptions = {},
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  let waiting: Record<string, unknown>[] = keys.map((key) => ({ ...key }))
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt > 5) throw new StoreBusy()
    const part = waiting.splice(0, 100)
    const answer = await store().send(
      new BatchGetCommand({
        RequestItems: { [env.table]: { Keys: part, ConsistentRead: consistent } },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    for (const capacity of answer.ConsumedCapacity ?? []) spend(meter, capacity)
    items.push(...(answer.Responses?.[env.table] ?? []))
    const unread = answer.UnprocessedKeys?.[env.table]?.Keys ?? []
    if (unread.length === 0) attempt = -1
    else await pause(20 * 2 ** attempt)
    waiting = [...unread, ...waiting]
  }
  return items
}

/** How many records are read: a caller for whom one that cannot be read any more must not stop the others is told of it. */
interface ManyReadOptions extends ReadOptions {
  readonly onDamaged?: (id: string) => void
}

/**
 * Records by id, in the order of the ids, without missing ones and those of another entity. Throws `DamagedValue` for one
 * that cannot be read any more, unless the caller goes on without it.
 */
export async function getRecords<E extends Entity>(
  entity: E,
  ids: readonly string[],
  { onDamaged, ...options }: ManyReadOptions = {},
): Promise<StoredRecord<RecordOf<E>>[]> {
  const keys = [...new Set(ids)].filter((id) => isIdOf(entity, id)).map(recordKey)
  const byId = new Map<string, StoredRecord<RecordOf<E>>>()
  for (const item of await getItems(keys, options)) {
    const id = String(item.pk)
    try {
      byId.set(id, asStored(entity, fromItem(item)))
    } catch (error) {
      if (!(error instanceof DamagedValue) || !onDamaged) throw error
      onDamaged(id)
    }
  }
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Notes in the log that a record cannot be read any more, for a caller that goes on without it. */
export const noteDamaged = (id: string): void =>
  log({ at: new Date().toISOString(), unreadable: id, failed: true, error: 'DamagedValue' })

/** The record with a set of unique values, or undefined. */
export async function getByUnique<E extends Entity>(entity: E, fields: readonly string[], values: readonly unknown[]) {
  const item = await getItem(uniqueKey(entity.resource, fields, values))
  return item && getRecord(entity, String(item.id))
}

/** Items of one partition in order, optionally from a sort-key prefix. */
export async function queryPartition(
  pk: string,
  options: {
    prefix?: string
    limit?: number
    newestFirst?: boolean
    after?: Key
    consistent?: boolean
    meter?: Meter
  } = {},
): Promise<{ items: Record<string, unknown>[]; next?: Key }> {
  const answer = await store().send(
    new QueryCommand({
      TableName: env.table,
      KeyConditionExpression: options.prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk, ...(options.prefix && { ':prefix': options.prefix }) },
      ScanIndexForward: !options.newestFirst,
      Limit: options.limit,
      ExclusiveStartKey: options.after && { ...options.after },
      ConsistentRead: options.consistent ?? false,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  spend(options.meter, answer.ConsumedCapacity)
  const last = answer.LastEvaluatedKey
  return { items: answer.Items ?? [], ...(last && { next: { pk: String(last.pk), sk: String(last.sk) } }) }
}

/** Every item of one partition. */
export async function* wholePartition(pk: string, prefix?: string) {
  let after: Key | undefined
  do {
    const page: Awaited<ReturnType<typeof queryPartition>> = await queryPartition(pk, {
      prefix,
      after,
      consistent: true,
    })
    yield* page.items
    after = page.next
  } while (after)
}

/** Records that stand under a parent, as they are at this moment, in the order of their ids. */
export async function getChildren<E extends Entity>(
  entity: E,
  parentId: string,
  meter?: Meter,
): Promise<StoredRecord<RecordOf<E>>[]> {
  const ids: string[] = []
  for await (const { sk } of wholePartition(childPartition(entity.resource, parentId))) ids.push(String(sk))
  return getRecords(entity, ids, { meter, consistent: true })
}

/** History entries of a record, newest first. */
export async function getHistory(id: string, limit: number, before?: number, meter?: Meter) {
  const after = before === undefined ? undefined : historyKey(id, before)
  return queryPartition(historyKey(id, 0).pk, { newestFirst: true, limit, after, meter })
}

/** A record as the feed of changes would tell of it, as it is at this moment; undefined when there is none. */
export async function getFeedEntry(entity: Entity, id: string): Promise<FeedEntry | undefined> {
  const item = isIdOf(entity, id) ? await getItem(recordKey(id), { consistent: true }) : undefined
  return item && feedEntryOf(item)
}
