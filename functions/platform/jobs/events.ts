import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { isOutboxPartition, type Key, outboxPartition, outboxShards } from '#functions/platform/store/keys.ts'
import { eventsFrom, itemOf } from '#functions/platform/store/outbox.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { removeItems } from '#functions/platform/store/removal.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { type Consumer, reasonOf } from './consumers.ts'
import { attemptDue, deliverFirst, deliverLater } from './deliveries.ts'

/** Items of a shard that are read at a time. */
const pageSize = 100

/** How long one sweep lasts, in milliseconds; the remaining events wait for the next. */
const sweepMs = 45_000

/**
 * Age from which a sweep lets events wait before it calls anybody, in milliseconds: whoever had them before did not come
 * to an end, and an event that ends its process must be counted and must not hold up the events behind it.
 */
const leftOverMs = 5 * 60_000

const shards = Array.from({ length: outboxShards }, (_, shard) => shard)

const keyOf = ({ pk, sk }: RecordValues): Key => ({ pk: String(pk), sk: String(sk) })

/** What a sweep did: transactions and repeated attempts that it dealt with, and events that it gave up. */
export interface SweepCounts {
  readonly handled: number
  readonly deadLetters: number
}

/**
 * Handles what waits in the outbox, oldest first in each shard, and then what failed before and is due again, until
 * neither is left or the time is over.
 */
export async function sweepEvents(consumers: readonly Consumer[], until = Date.now() + sweepMs): Promise<SweepCounts> {
  let [handled, deadLetters] = [0, 0]
  for (;;) {
    const counts = await Promise.all(shards.map((shard) => sweepShard(consumers, shard, until)))
    const due = await attemptDue(consumers, until)
    handled += counts.reduce((sum, each) => sum + each, due.attempted)
    deadLetters += due.deadLetters
    if (due.attempted === 0 || Date.now() >= until) return { handled, deadLetters }
  }
}

async function sweepShard(consumers: readonly Consumer[], shard: number, until: number): Promise<number> {
  let count = 0
  let after: Key | undefined
  do {
    const page = await queryPartition(outboxPartition(shard), { after, limit: pageSize, consistent: true })
    const finished: Key[] = []
    for (const item of page.items) {
      if (Date.now() >= until) break
      if (await isFinished(consumers, item)) finished.push(keyOf(item))
      count++
    }
    await removeItems(finished)
    after = page.next
  } while (after && Date.now() < until)
  return count
}

/** Whether nothing of an item waits any more; one that cannot be read stays, and holds up no other. Its age is an alarm. */
async function isFinished(consumers: readonly Consumer[], item: RecordValues): Promise<boolean> {
  try {
    return await isDelivered(consumers, item)
  } catch (error) {
    log({ at: new Date().toISOString(), event: String(item.sk), failed: true, error: reasonOf(error) })
    return false
  }
}

async function isDelivered(consumers: readonly Consumer[], item: RecordValues): Promise<boolean> {
  const events = eventsFrom(item)
  if (Date.now() - Date.parse(String(item.at)) < leftOverMs) return deliverFirst(consumers, keyOf(item), events)
  await deliverLater(consumers, keyOf(item), events)
  return false
}

/**
 * Handles the items of the table's stream, or by a sweep what the stream left and what failed before. What a consumer
 * fails on waits for the sweep; only an item that could not be put down to wait is reported as failed.
 */
export async function handleStream(
  consumers: readonly Consumer[],
  event: DynamoDBStreamEvent | { sweep: true },
): Promise<DynamoDBBatchResponse> {
  if ('sweep' in event) {
    const counts = await sweepEvents(consumers)
    log({ at: new Date().toISOString(), ...counts, outboxAgeSeconds: await outboxAge() })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  const finished: Key[] = []
  for (const { dynamodb } of event.Records.filter(isNewInOutbox)) {
    const item = itemOf(dynamodb?.NewImage)
    try {
      if (await deliverFirst(consumers, keyOf(item), eventsFrom(item))) finished.push(keyOf(item))
    } catch (error) {
      log({ at: new Date().toISOString(), failed: true, error: reasonOf(error) })
      batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })
    }
  }
  await removeItems(finished)
  return { batchItemFailures }
}

const isNewInOutbox = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && isOutboxPartition(dynamodb?.Keys?.pk?.S ?? '') && dynamodb?.NewImage !== undefined

/** Seconds that the oldest event in the outbox has waited; 0 when there is none. */
async function outboxAge(): Promise<number> {
  const heads = await Promise.all(shards.map((shard) => queryPartition(outboxPartition(shard), { limit: 1 })))
  const instants = heads.flatMap(({ items }) => items.map(({ at }) => Date.parse(String(at))))
  return instants.length === 0 ? 0 : Math.max(0, Math.round((Date.now() - Math.min(...instants)) / 1000))
}
