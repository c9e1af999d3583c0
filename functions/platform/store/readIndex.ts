import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { type Meter, spend, store } from './client.ts'
import { changesShard, dueShard, dueShards, type Key } from './keys.ts'
import { DamagedValue, unpackedText } from './packing/packed.ts'
import { changesIndex, dueIndex, type TableIndex } from './table.ts'

/** A record at its latest change, as the feed tells of it. */
export interface FeedEntry {
  readonly id: string
  readonly version: number
  /** Its row as JSON; empty where its bytes cannot be read any more. */
  readonly row: string
  /** Instant of the commit, UTC. */
  readonly committedAt: string
}

/** A place within an index from which a reading goes on. */
type Place = Record<string, unknown>

async function readIndex(
  index: TableIndex,
  partition: string,
  bounds: { readonly from?: string; readonly to?: string },
  { limit, after, meter }: { limit: number; after?: Place; meter?: Meter },
): Promise<{ items: RecordValues[]; next?: Place }> {
  const answer = await store().send(
    new QueryCommand({
      TableName: env.table,
      IndexName: index.name,
      KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#p': index.partition, '#s': index.sort },
      // Every instant begins with a digit.
      ExpressionAttributeValues: { ':p': partition, ':from': bounds.from ?? '0', ':to': bounds.to ?? ':' },
      Limit: limit,
      ExclusiveStartKey: after,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  spend(meter, answer.ConsumedCapacity)
  return { items: answer.Items ?? [], next: answer.LastEvaluatedKey }
}

/** A page of the changes of one shard of a resource since an instant, the oldest first. */
export async function readChanges(
  resource: string,
  shard: number,
  since: string,
  page: { limit: number; after?: Place; meter?: Meter },
): Promise<{ entries: FeedEntry[]; next?: Place }> {
  const { items, next } = await readIndex(changesIndex, changesShard(resource, shard), { from: since }, page)
  return { entries: items.map(feedEntryOf), next }
}

/** An entry of the feed out of the item of a record, or of its index. */
export const feedEntryOf = (item: RecordValues): FeedEntry => ({
  id: String(item.pk),
  version: Number(item.v),
  row: rowText(item.row),
  committedAt: String(item[changesIndex.sort]),
})

// One that is damaged must not keep the others of its page from being told.
function rowText(row: unknown): string {
  try {
    return unpackedText(row) ?? '{}'
  } catch (error) {
    if (error instanceof DamagedValue) return ''
    throw error
  }
}

/** What waits in the index of what is due: where it stands, and since when it may be taken. */
export interface DueEntry {
  readonly key: Key
  /** UTC. */
  readonly dueAt: string
}

const dueEntryOf = ({ pk, sk, [dueIndex.sort]: dueAt }: RecordValues): DueEntry => ({
  key: { pk: String(pk), sk: String(sk) },
  dueAt: String(dueAt),
})

/** Ids of the records that wait for a tick and are due by an instant, the oldest of each shard first. */
export async function* dueIds(tick: string, now: string, meter?: Meter): AsyncGenerator<string> {
  for await (const { key } of dueEntries(tick, now, meter)) yield key.pk
}

/** When the first of what waits for a tick is due, UTC; undefined when nothing waits. */
export async function firstDueAt(tick: string): Promise<string | undefined> {
  const shards = Array.from({ length: dueShards }, (_, shard) => dueShard(tick, shard))
  const heads = await Promise.all(shards.map((shard) => readIndex(dueIndex, shard, {}, { limit: 1 })))
  return heads
    .flatMap(({ items }) => items.map((item) => dueEntryOf(item).dueAt))
    .sort()
    .at(0)
}

/** What waits for a tick and is due by an instant, the oldest of each shard first. */
export async function* dueEntries(tick: string, now: string, meter?: Meter): AsyncGenerator<DueEntry> {
  for (let shard = 0; shard < dueShards; shard++) {
    let after: Place | undefined
    do {
      const page: Awaited<ReturnType<typeof readIndex>> = await readIndex(
        dueIndex,
        dueShard(tick, shard),
        { to: now },
        { limit: 200, after, meter },
      )
      for (const item of page.items) yield dueEntryOf(item)
      after = page.next
    } while (after)
  }
}
