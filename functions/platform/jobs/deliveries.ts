import { log } from '#functions/platform/aws/log.ts'
import {
  dueDeliveries,
  type EventDelivery,
  postponeDelivery,
  removeDelivery,
  replaceByDeliveries,
  type TakenDelivery,
  takeDelivery,
} from '#functions/platform/store/items/deliveryItems.ts'
import type { Key } from '#functions/platform/store/keys.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import type { DueEntry } from '#functions/platform/store/readIndex.ts'
import { attemptLimit, nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'
import { inPool } from '#shared/values/inPool.ts'
import { type Consumer, callConsumer, type EventFailure, eventsByConsumer, reasonOf } from './consumers.ts'
import { writeDeadLetter } from './deadLetters.ts'

/** How long a worker has for an attempt before another one may take the delivery, in milliseconds: longer than a function runs. */
const takenMs = 120_000

/** Deliveries that are attempted before new events are looked at again, and those attempted at the same time. */
const pageSize = 100
const concurrency = 5

/** What a round of attempts did. */
export interface AttemptCounts {
  readonly attempted: number
  readonly deadLetters: number
}

/**
 * Calls every consumer that some events of one transaction concern. Those that fail wait for another attempt in place of
 * the outbox item, each by itself; true when nothing waits and the item has no use any more.
 */
export async function deliverFirst(
  consumers: readonly Consumer[],
  outboxKey: Key,
  events: readonly Event[],
): Promise<boolean> {
  const waiting: EventDelivery[] = []
  for (const [consumer, own] of eventsByConsumer(consumers, events)) {
    const failures = await callConsumer(consumers, consumer, own)
    if (failures.length > 0) waiting.push(failedDelivery({ consumer, events: own, attempts: 1 }, failures))
  }
  const [first] = waiting
  if (!first) return true
  const dueAt = nextAttemptAt(1, first.lastFailedAt ?? '', Math.random()) ?? ''
  await replaceByDeliveries(outboxKey, waiting, dueAt)
  return false
}

/** Lets every consumer of some events wait in place of their outbox item, due at once, without calling it. */
export async function deliverLater(
  consumers: readonly Consumer[],
  outboxKey: Key,
  events: readonly Event[],
): Promise<void> {
  const byConsumer = [...eventsByConsumer(consumers, events)]
  const waiting = byConsumer.map(([consumer, own]): EventDelivery => ({ consumer, events: own, attempts: 0 }))
  await replaceByDeliveries(outboxKey, waiting, new Date().toISOString())
}

/** Attempts deliveries that are due, a page of them at the most, until an instant in epoch milliseconds. */
export async function attemptDue(consumers: readonly Consumer[], until: number): Promise<AttemptCounts> {
  const page: DueEntry[] = []
  for await (const entry of dueDeliveries(new Date().toISOString())) if (page.push(entry) >= pageSize) break
  const results = await inPool(page, concurrency, async (entry) =>
    Date.now() < until ? takeAndAttempt(consumers, entry) : undefined,
  )
  const dead = results.filter((each) => each !== undefined)
  return { attempted: dead.length, deadLetters: dead.reduce((sum, each) => sum + each, 0) }
}

async function takeAndAttempt(consumers: readonly Consumer[], entry: DueEntry): Promise<number | undefined> {
  try {
    const taken = await takeDelivery(entry, inMs(takenMs))
    return taken && (await attempt(consumers, taken))
  } catch (error) {
    // One that cannot be read any more waits for its next time, and the deliveries behind it do not.
    log({ at: new Date().toISOString(), delivery: entry.key.pk, failed: true, error: reasonOf(error) })
    return 0
  }
}

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** Attempts a delivery; gives how many of its events are dead letters now. */
async function attempt(consumers: readonly Consumer[], delivery: TakenDelivery): Promise<number> {
  const { consumer, events, attempts } = delivery
  try {
    // The last attempt ended the process that made it.
    if (attempts > attemptLimit) return await giveUp({ ...delivery, attempts: attemptLimit }, interrupted(delivery))
    const failures = await callConsumer(consumers, consumer, events)
    if (failures.length === 0) await removeDelivery(delivery)
    if (failures.length === 0) return 0
    const failed = { ...delivery, ...failedDelivery(delivery, failures) }
    const dueAt = nextAttemptAt(attempts, failed.lastFailedAt ?? '', Math.random())
    if (dueAt === undefined) return await giveUp(failed, failures)
    await postponeDelivery(failed, dueAt)
  } catch (error) {
    // Another worker takes it up again when this one's time is over, and the deliveries behind it do not wait.
    log({ at: new Date().toISOString(), consumer, failed: true, error: reasonOf(error) })
  }
  return 0
}

const interrupted = ({ events, reason = 'Interrupted' }: EventDelivery): EventFailure[] =>
  events.map((event) => ({ event, reason }))

function failedDelivery(delivery: EventDelivery, failures: readonly EventFailure[]): EventDelivery {
  const lastFailedAt = new Date().toISOString()
  return {
    ...delivery,
    events: failures.map(({ event }) => event),
    firstFailedAt: delivery.firstFailedAt ?? lastFailedAt,
    lastFailedAt,
    reason: failures[0]?.reason,
  }
}

async function giveUp(delivery: TakenDelivery, failures: readonly EventFailure[]): Promise<number> {
  const { consumer, attempts } = delivery
  const { lastFailedAt = new Date().toISOString(), firstFailedAt = lastFailedAt } = delivery
  for (const { event, reason } of failures)
    await writeDeadLetter(event, { consumer, attempts, firstFailedAt, lastFailedAt, reason })
  await removeDelivery(delivery)
  return failures.length
}
