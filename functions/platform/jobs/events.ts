import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { isOutboxPartition, type Key, outboxPartition, outboxShards } from '#functions/platform/store/keys.ts'
import { type Event, eventsFrom, itemOf } from '#functions/platform/store/outbox.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { removeItems } from '#functions/platform/store/removal.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { inPool } from '#shared/values/inPool.ts'

/** Code that follows a change: of which resource, and of which action or fields when not of all. */
export interface Consumer {
  readonly resource: string
  readonly action?: string
  readonly changed?: readonly string[]
  /** May be called with the same event any number of times, with the same result. */
  readonly handle: (event: Event) => Promise<void>
}

/** Events of one transaction that are handled at the same time. */
const concurrency = 5

/** Items of a shard that are read at a time. */
const pageSize = 100

/** How long one sweep lasts, in milliseconds; the remaining events wait for the next. */
const sweepMs = 45_000

const shards = Array.from({ length: outboxShards }, (_, shard) => shard)

const keyOf = ({ pk, sk }: RecordValues): Key => ({ pk: String(pk), sk: String(sk) })

/** Handles what waits in the outbox, oldest first in each shard, and removes it; the number of items handled. */
export async function sweepEvents(consumers: readonly Consumer[], until = Date.now() + sweepMs): Promise<number> {
  const counts = await Promise.all(shards.map((shard) => sweepShard(consumers, shard, until)))
  return counts.reduce((sum, each) => sum + each, 0)
}

// An event whose consumer fails stays for the next sweep, and the events behind it are handled all the same.
async function sweepShard(consumers: readonly Consumer[], shard: number, until: number): Promise<number> {
  let count = 0
  let after: Key | undefined
  do {
    const page = await queryPartition(outboxPartition(shard), { after, limit: pageSize, consistent: true })
    const handled: Key[] = []
    for (const item of page.items)
      if (Date.now() < until && (await isHandled(consumers, item))) handled.push(keyOf(item))
    await removeItems(handled)
    count += handled.length
    after = page.next
  } while (after && Date.now() < until)
  return count
}

/** Handles the items of the table's stream, or sweeps up what the stream left; an item that failed is reported. */
export async function handleStream(
  consumers: readonly Consumer[],
  event: DynamoDBStreamEvent | { sweep: true },
): Promise<DynamoDBBatchResponse> {
  if ('sweep' in event) {
    const handled = await sweepEvents(consumers)
    log({ at: new Date().toISOString(), handled, outboxAgeSeconds: await outboxAge() })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  const handled: Key[] = []
  for (const { dynamodb } of event.Records.filter(isNewInOutbox)) {
    const item = itemOf(dynamodb?.NewImage)
    if (await isHandled(consumers, item)) handled.push(keyOf(item))
    else batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })
  }
  await removeItems(handled)
  return { batchItemFailures }
}

const isNewInOutbox = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && isOutboxPartition(dynamodb?.Keys?.pk?.S ?? '') && dynamodb?.NewImage !== undefined

// When one of several events fails, all are handled again: consumers may see an event more than once.
async function isHandled(consumers: readonly Consumer[], item: RecordValues): Promise<boolean> {
  const results = await inPool(eventsFrom(item), concurrency, (event) => isDispatched(consumers, event))
  return results.every((isDone) => isDone)
}

async function isDispatched(consumers: readonly Consumer[], event: Event): Promise<boolean> {
  try {
    await dispatch(consumers, event)
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    log({ at: new Date().toISOString(), event: event.eventId, resource: event.resource, failed: true, error: name })
    return false
  }
}

/** Calls every consumer that an event concerns, one after the other. */
export async function dispatch(consumers: readonly Consumer[], event: Event): Promise<void> {
  for (const { resource, action, changed, handle } of consumers) {
    if (resource !== event.resource || (action !== undefined && action !== event.action)) continue
    if (changed && !changed.some((name) => event.changed.includes(name))) continue
    await handle(event)
  }
}

/** Seconds that the oldest event in the outbox has waited; 0 when there is none. */
async function outboxAge(): Promise<number> {
  const heads = await Promise.all(shards.map((shard) => queryPartition(outboxPartition(shard), { limit: 1 })))
  const instants = heads.flatMap(({ items }) => items.map(({ at }) => Date.parse(String(at))))
  return instants.length === 0 ? 0 : Math.max(0, Math.round((Date.now() - Math.min(...instants)) / 1000))
}
