import { log } from '#functions/platform/aws/log.ts'
import { isStale } from '#functions/platform/records/retryOnConflict.ts'
import {
  postponeDelivery,
  removeTickFailure,
  type TakenDelivery,
  takeDelivery,
} from '#functions/platform/store/items/deliveryItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import type { DueEntry } from '#functions/platform/store/readIndex.ts'
import { attemptLimit, longestPauseAt, nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'
import { reasonOf } from '../consumers.ts'
import { solveDeadLetter, writeDeadLetter } from '../deadLetters.ts'
import type { TickContext } from '../tick.ts'
import { type DueItem, dueItemOf } from './dueItem.ts'

/**
 * Does again what a tick failed to do and what is due again, each by itself, while `isTime` says so; the number of those
 * that failed again. Unlike an event, what is due stays due: after its last attempt it is a dead letter, and is tried at
 * the longest pause until it succeeds or is due no more, which solves the letter.
 */
export async function retryFailures(
  { context }: TickContext,
  due: readonly DueEntry[],
  work: (item: DueItem) => Promise<void>,
  isTime: () => boolean,
): Promise<number> {
  const { at: now } = context.origin
  let failed = 0
  for (const entry of due) {
    if (!isTime()) break
    try {
      if (!(await retry(entry, now, work))) failed++
    } catch (error) {
      failed++
      log({ at: new Date().toISOString(), about: entry.key.pk, failed: true, error: reasonOf(error) })
    }
  }
  return failed
}

/** Tries once again; false when it failed again. */
async function retry(entry: DueEntry, now: string, work: (item: DueItem) => Promise<void>): Promise<boolean> {
  const taken = await takeDelivery(entry, longestPauseAt(now))
  const [event] = taken?.events ?? []
  if (!taken || !event) return true
  const nextAt = nextAttemptAt(taken.attempts, now, Math.random()) ?? longestPauseAt(now)
  // It is put off before it is tried: if it ends the process, it does so ever more rarely.
  await postponeDelivery(taken, nextAt)
  if (taken.attempts > attemptLimit) await giveUp(taken, event)
  try {
    await work(dueItemOf(event))
  } catch (error) {
    if (isStale(error)) return true
    const failure = { ...taken, lastFailedAt: now, reason: reasonOf(error) }
    await postponeDelivery(failure, nextAt)
    if (taken.attempts >= attemptLimit) await giveUp(failure, event)
    return false
  }
  await removeTickFailure(taken)
  if (taken.attempts >= attemptLimit) await solveDeadLetter(taken.consumer, event)
  return true
}

function giveUp({ consumer, attempts, ...failure }: TakenDelivery, event: Event): Promise<void> {
  const { lastFailedAt = event.at, firstFailedAt = lastFailedAt, reason = 'Interrupted' } = failure
  return writeDeadLetter(event, { consumer, attempts, firstFailedAt, lastFailedAt, reason })
}
