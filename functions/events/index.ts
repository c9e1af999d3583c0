import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { outboxShards } from '#shared/keys.ts'
import { log } from '../kit/log.ts'
import { type Event, eventsFrom } from '../kit/outbox.ts'
import { queryPartition } from '../kit/store/read.ts'
import { removeItems } from '../kit/store/removal.ts'
import { itemOf } from './image.ts'
import { tell } from './tell.ts'

/** Partitions of the outbox begin with this. */
const outbox = 'OUT#'

/** Events of one transaction that are told at the same time. */
const atOnce = 5

/** How long one sweep goes on, in milliseconds; what is left waits for the next. */
const sweepMs = 45_000

/** Tells what waits in the outbox, oldest first in each partition, and removes it; how many were told. */
export async function sweep(until = Date.now() + sweepMs): Promise<number> {
  const told = await Promise.all(Array.from({ length: outboxShards }, (_, shard) => sweepShard(shard, until)))
  return told.reduce((sum, each) => sum + each, 0)
}

// An event whose consumer fails stays for the next sweep and does not keep those behind it waiting.
async function sweepShard(shard: number, until: number): Promise<number> {
  let told = 0
  let after: Parameters<typeof queryPartition>[1] = {}
  do {
    const page = await queryPartition(`${outbox}${shard}`, { ...after, limit: 100, consistent: true })
    const done: { pk: string; sk: string }[] = []
    for (const item of page.items)
      if (Date.now() < until && (await isTold(item))) done.push({ pk: String(item.pk), sk: String(item.sk) })
    await removeItems(done)
    told += done.length
    after = { after: page.next }
  } while (after.after && Date.now() < until)
  return told
}

/** The table's stream wakes it for each new outbox item; a clock has it sweep up whatever the stream left. */
export async function handler(event: DynamoDBStreamEvent | { sweep: true }): Promise<DynamoDBBatchResponse> {
  if ('sweep' in event) {
    const told = await sweep()
    log({ at: new Date().toISOString(), told, outboxAgeSeconds: await oldest() })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  const done: { pk: string; sk: string }[] = []
  for (const record of event.Records.filter(isNews)) {
    const item = itemOf(record.dynamodb?.NewImage)
    if (await isTold(item)) done.push({ pk: String(item.pk), sk: String(item.sk) })
    else batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })
  }
  await removeItems(done)
  return { batchItemFailures }
}

const isNews = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && (dynamodb?.Keys?.pk?.S?.startsWith(outbox) ?? false) && dynamodb?.NewImage !== undefined

// When one of several events fails all are told again: whoever hears them hears any number of times to the same end.
async function isTold(item: Record<string, unknown>): Promise<boolean> {
  const events = eventsFrom(item)
  let isAll = true
  for (let at = 0; at < events.length; at += atOnce) {
    const heard = await Promise.all(events.slice(at, at + atOnce).map(isHeard))
    isAll &&= heard.every((each) => each)
  }
  return isAll
}

async function isHeard(event: Event): Promise<boolean> {
  try {
    await tell(event)
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    log({ at: new Date().toISOString(), event: event.eventId, resource: event.resource, failed: true, error: name })
    return false
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
