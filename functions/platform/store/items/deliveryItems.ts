import type { RecordValues } from '#shared/declaration/entity.ts'
import { deliveryKey, duePartition, eventsTick, failedTick, type Key } from '../keys.ts'
import { type Event, eventsFrom } from '../outbox.ts'
import { type DueEntry, dueEntries, firstDueAt } from '../readIndex.ts'
import { removeItems } from '../removal.ts'
import { putItem, removeItem } from '../steps.ts'
import { dueIndex } from '../table.ts'
import { ConditionFailure, transact } from '../transact.ts'
import { updateItem } from '../update.ts'

/** The events of one transaction that one consumer still has to handle, having failed or not having been called yet. */
export interface EventDelivery {
  readonly consumer: string
  readonly events: readonly Event[]
  /** How often the consumer was called with them; a call that never ended counts too. */
  readonly attempts: number
  readonly firstFailedAt?: string
  readonly lastFailedAt?: string
  /** Name and code of the last error, or id of the refusal. */
  readonly reason?: string
}

/** A delivery that this worker alone may attempt until its time is over. */
export interface TakenDelivery extends EventDelivery {
  readonly key: Key
}

/** The deliveries that are due by an instant, the oldest of each shard first. */
export const dueDeliveries = (now: string): AsyncGenerator<DueEntry> => dueEntries(eventsTick, now)

/** What a tick failed to do and does later, whenever that is due; the oldest of each shard first. */
export const tickFailures = (tick: string): AsyncGenerator<DueEntry> => dueEntries(failedTick(tick), ':')

/** When the first of the deliveries that wait is due, UTC; undefined when none waits. */
export const firstDeliveryAt = (): Promise<string | undefined> => firstDueAt(eventsTick)

/**
 * Lets deliveries wait in place of the outbox item they come from, all or none. False when the item is gone: another
 * worker handled it, or let its deliveries wait.
 */
export async function replaceByDeliveries(
  outboxKey: Key,
  deliveries: readonly EventDelivery[],
  dueAt: string,
): Promise<boolean> {
  const { pk } = outboxKey
  try {
    await transact([
      removeItem(outboxKey, { if: { equals: { pk } } }),
      ...deliveries.map((delivery) => putItem(itemOfDelivery(delivery, dueAt, eventsTick))),
    ])
    return true
  } catch (error) {
    if (error instanceof ConditionFailure) return false
    throw error
  }
}

/** Lets something that a tick failed to do wait; nothing happens when it waits already. */
export async function letTickFailureWait(failure: EventDelivery, dueAt: string): Promise<void> {
  const item = itemOfDelivery(failure, dueAt, failedTick(failure.consumer))
  try {
    await transact([putItem(item, { if: { absent: true } })])
  } catch (error) {
    if (!(error instanceof ConditionFailure)) throw error
  }
}

/** Has something that a tick failed to do done again by its next run, though its pause is not over. */
export async function hastenTickFailure(failure: EventDelivery, now: string): Promise<void> {
  const key = deliveryKey(failure.consumer, failure.events[0]?.eventId ?? '')
  const isWaiting = { equals: { pk: key.pk } }
  if (!(await updateItem(key, { set: { [dueIndex.sort]: now }, if: isWaiting }))) await letTickFailureWait(failure, now)
}

/** Removes what a tick failed to do and has done since; nothing happens when another worker has it by now. */
export async function removeTickFailure({ key, attempts }: TakenDelivery): Promise<void> {
  try {
    await transact([removeItem(key, { if: { equals: { attempts } } })])
  } catch (error) {
    if (!(error instanceof ConditionFailure)) throw error
  }
}

function itemOfDelivery({ events, ...values }: EventDelivery, dueAt: string, tick: string): RecordValues & Key {
  const eventId = events[0]?.eventId ?? ''
  return {
    ...deliveryKey(values.consumer, eventId),
    ...values,
    events: JSON.stringify(events),
    [dueIndex.partition]: duePartition(tick, eventId),
    [dueIndex.sort]: dueAt,
  }
}

/**
 * Takes a delivery that is due and counts the attempt before it begins, so that an event which ends the process is
 * counted as well. Until `until` no other worker takes it. Undefined when another one was first.
 */
export async function takeDelivery({ key, dueAt }: DueEntry, until: string): Promise<TakenDelivery | undefined> {
  const item = await updateItem(key, {
    set: { [dueIndex.sort]: until },
    add: { attempts: 1 },
    if: { equals: { [dueIndex.sort]: dueAt } },
  })
  return item && { ...deliveryOf(item), key }
}

/** Lets a delivery wait again with the events that are left of it; nothing happens when another worker has it by now. */
export const postponeDelivery = ({ key, events, attempts, ...failure }: TakenDelivery, dueAt: string) =>
  updateItem(key, {
    set: { events: JSON.stringify(events), [dueIndex.sort]: dueAt, ...failure },
    if: { equals: { attempts } },
  })

/** Removes a delivery: every event of it was handled, or is a dead letter. */
export const removeDelivery = ({ key }: TakenDelivery): Promise<void> => removeItems([key])

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const deliveryOf = (item: RecordValues): EventDelivery => ({
  consumer: String(item.consumer),
  events: eventsFrom(item),
  attempts: Number(item.attempts),
  firstFailedAt: textOf(item.firstFailedAt),
  lastFailedAt: textOf(item.lastFailedAt),
  reason: textOf(item.reason),
})
