import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { outboxShards } from '#functions/platform/store/keys.ts'
import { type Event, eventsFrom } from '#functions/platform/store/outbox.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { removeItems } from '#functions/platform/store/removal.ts'
import { itemOf } from '#functions/platform/store/streamImage.ts'

/** Code that follows a change: of which resource, and of which actions or fields when not of all. */
export interface Consumer {
  readonly resource: string
  readonly action?: string
  readonly changed?: readonly string[]
  /** May be called with the same event any number of times, to the same end. */
  readonly handle: (event: Event) => Promise<void>
}

/** Partitions of the outbox begin with this. */
const outbox = 'OUT#'

/** Events of one transaction that are handled at the same time. */
const concurrent = 5

/** How long one sweep goes on, in milliseconds; what is left waits for the next. */
const sweepMs = 45_000

/** Hands over what waits in the outbox, oldest first in each partition, and removes it; how many items were handled. */
export async function sweepEvents(consumers: readonly Consumer[], until = Date.now() + sweepMs): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: outboxShards }, (_, shard) => sweepShard(consumers, shard, until)),
  )
  return counts.reduce((sum, each) => sum + each, 0)
}

// An event whose consumer fails stays for the next sweep and does not keep those behind it waiting.
async function sweepShard(consumers: readonly Consumer[], shard: number, until: number): Promise<number> {
  let count = 0
  let after: Parameters<typeof queryPartition>[1] = {}
  do {
    const page = await queryPartition(`${outbox}${shard}`, { ...after, limit: 100, consistent: true })
    const done: { pk: string; sk: string }[] = []
    for (const item of page.items)
      if (Date.now() < until && (await isHandled(consumers, item)))
        done.push({ pk: String(item.pk), sk: String(item.sk) })
    await removeItems(done)
    count += done.length
    after = { after: page.next }
  } while (after.after && Date.now() < until)
  return count
}

/** Handles what the table's stream brings, or sweeps up what it left; an item that a consumer refused stays. */
export async function handleStream(
  consumers: readonly Consumer[],
  event: DynamoDBStreamEvent | { sweep: true },
): Promise<DynamoDBBatchResponse> {
  if ('sweep' in event) {
    const handled = await sweepEvents(consumers)
    log({ at: new Date().toISOString(), handled, outboxAgeSeconds: await oldest() })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  const done: { pk: string; sk: string }[] = []
  for (const record of event.Records.filter(isNews)) {
    const item = itemOf(record.dynamodb?.NewImage)
    if (await isHandled(consumers, item)) done.push({ pk: String(item.pk), sk: String(item.sk) })
    else batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })
  }
  await removeItems(done)
  return { batchItemFailures }
}

const isNews = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && (dynamodb?.Keys?.pk?.S?.startsWith(outbox) ?? false) && dynamodb?.NewImage !== undefined

// When one of several events fails, all are handled again: a consumer may meet an event any number of times.
async function isHandled(consumers: readonly Consumer[], item: Record<string, unknown>): Promise<boolean> {
  const events = eventsFrom(item)
  let isWhole = true
  for (let start = 0; start < events.length; start += concurrent) {
    const results = await Promise.all(events.slice(start, start + concurrent).map((event) => isDone(consumers, event)))
    isWhole &&= results.every((each) => each)
  }
  return isWhole
}

async function isDone(consumers: readonly Consumer[], event: Event): Promise<boolean> {
  try {
    await dispatch(consumers, event)
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    log({ at: new Date().toISOString(), event: event.eventId, resource: event.resource, failed: true, error: name })
    return false
  }
}

/** Hands an event to every consumer that it concerns, one after the other. */
export async function dispatch(consumers: readonly Consumer[], event: Event): Promise<void> {
  for (const { resource, action, changed, handle } of consumers) {
    if (resource !== event.resource || (action !== undefined && action !== event.action)) continue
    if (changed && !changed.some((name) => event.changed.includes(name))) continue
    await handle(event)
  }
}

/** Seconds the oldest event in the outbox has waited; 0 when none does. */
async function oldest(): Promise<number> {
  const heads = await Promise.all(
    Array.from({ length: outboxShards }, (_, shard) => queryPartition(`${outbox}${shard}`, { limit: 1 })),
  )
  const times = heads.flatMap(({ items }) => items.map(({ at }) => Date.parse(String(at))))
  return times.length === 0 ? 0 : Math.max(0, Math.round((Date.now() - Math.min(...times)) / 1000))
}
