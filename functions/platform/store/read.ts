import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { type Meter, StoreBusy, spend, store } from './client.ts'
import { fromItem, type StoredRecord } from './item.ts'
import { historyKey, type Key, recordKey, tokenKey, tokenText, uniqueKey } from './keys.ts'

/** Any item by key, or undefined; strongly consistent when what is read decides a write. */
export async function getItem(key: Key, options: { meter?: Meter; consistent?: boolean } = {}) {
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

/** One record by id, or undefined. */
export async function getRecord(id: string, options: { consistent?: boolean; meter?: Meter } = {}) {
  const item = await getItem(recordKey(id), options)
  return item && fromItem(item)
}

/** Items by key in any order; what is missing is left out. */
export async function getItems(
  keys: readonly Key[],
  meter?: Meter,
  isConsistent = false,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let waiting: Record<string, unknown>[] = keys.map((key) => ({ ...key }))
  for (let attempt = 0; waiting.length > 0; attempt++) {
    if (attempt > 5) throw new StoreBusy()
    const part = waiting.splice(0, 100)
    const answer = await store().send(
      new BatchGetCommand({
        RequestItems: { [env.table]: { Keys: part, ConsistentRead: isConsistent } },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    for (const capacity of answer.ConsumedCapacity ?? []) spend(meter, capacity)
    found.push(...(answer.Responses?.[env.table] ?? []))
    const unread = answer.UnprocessedKeys?.[env.table]?.Keys ?? []
    if (unread.length === 0) attempt = -1
    else await new Promise((done) => setTimeout(done, 20 * 2 ** attempt))
    waiting = [...unread, ...waiting]
  }
  return found
}

/** Records by id, in the order asked; missing ones are left out. */
export async function getRecords(ids: readonly string[], meter?: Meter, isConsistent = false): Promise<StoredRecord[]> {
  const items = await getItems([...new Set(ids)].map(recordKey), meter, isConsistent)
  const byId = new Map(items.map((item) => [String(item.pk), fromItem(item)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The record that holds a set of unique values, or undefined. */
export async function getByUnique(entity: Entity, fields: readonly string[], values: readonly unknown[]) {
  const item = await getItem(uniqueKey(entity.resource, fields, values))
  return item && getRecord(String(item.id))
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

/** Ids whose tokens begin with what was typed, and whether those are all. */
export async function searchTokens(entity: Entity, token: string, limit: number, meter?: Meter) {
  const { pk } = tokenKey(entity.resource, token, '')
  const { items, next } = await queryPartition(pk, { prefix: tokenText(token), limit, meter })
  return { ids: items.map((item) => String(item.id)), isWhole: next === undefined }
}

/** History entries of a record, newest first. */
export async function getHistory(id: string, limit: number, before?: number, meter?: Meter) {
  const after = before === undefined ? undefined : historyKey(id, before)
  return queryPartition(historyKey(id, 0).pk, { newestFirst: true, limit, after, meter })
}

export type { AnyRecord }
