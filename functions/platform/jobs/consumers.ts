import { log } from '#functions/platform/aws/log.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { inPool } from '#shared/values/inPool.ts'

/** Code that follows a change: of which resource, and of which action or fields when not of all. */
export interface Consumer {
  /** Unique, and the same for ever: events that failed wait under it, and dead letters are shown with it. */
  readonly name: string
  readonly resource: string
  readonly action?: string
  readonly changed?: readonly string[]
  /** May be called with the same event any number of times, with the same result. */
  readonly handle: (event: Event) => Promise<void>
}

/** An event that a consumer could not handle, with the name of the error or the id of the refusal. */
export interface EventFailure {
  readonly event: Event
  readonly reason: string
}

/** Events that a consumer handles at the same time. */
const concurrency = 5

const concerns = ({ resource, action, changed }: Consumer, event: Event): boolean =>
  resource === event.resource &&
  (action === undefined || action === event.action) &&
  (changed === undefined || changed.some((name) => event.changed.includes(name)))

/** Each consumer that some events concern, by its name, with those events. */
export function eventsByConsumer(consumers: readonly Consumer[], events: readonly Event[]): Map<string, Event[]> {
  const own = consumers.map((each) => [each.name, events.filter((event) => concerns(each, event))] as const)
  return new Map(own.filter(([, matching]) => matching.length > 0))
}

/** Calls every consumer that an event concerns, one after the other; the first error ends it. */
export async function dispatch(consumers: readonly Consumer[], event: Event): Promise<void> {
  for (const consumer of consumers) if (concerns(consumer, event)) await consumer.handle(event)
}

/** Calls one consumer with some events, each by itself; gives those that it could not handle. */
export async function callConsumer(
  consumers: readonly Consumer[],
  name: string,
  events: readonly Event[],
): Promise<EventFailure[]> {
  const consumer = consumers.find((each) => each.name === name)
  const failures = await inPool(events, concurrency, async (event): Promise<EventFailure | undefined> => {
    try {
      // Events of a consumer that a new version no longer has are not lost: they become dead letters.
      if (!consumer) throw new UnknownConsumer()
      await consumer.handle(event)
      return undefined
    } catch (error) {
      const failure = { event, reason: reasonOf(error) }
      // Nothing follows any more for a person who is being erased or was.
      if (error instanceof Problem && error.refusal.rule === 'ERASED') return undefined
      const { eventId, resource } = event
      log({
        at: new Date().toISOString(),
        event: eventId,
        resource,
        consumer: name,
        failed: true,
        error: failure.reason,
      })
      return failure
    }
  })
  return failures.filter((each) => each !== undefined)
}

/** There is no consumer of the name under which an event waits. */
class UnknownConsumer extends Error {
  override readonly name = 'UnknownConsumer'
}

/**
 * The name and the code of an error, or the id of a refusal. Its sentence may hold a person's data; these are words of
 * programmers, and what does not look like one is left out.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof Problem) return error.refusal.rule
  const words = error instanceof Error ? [error.name, codeOf(error) ?? codeOf(error.cause)] : []
  return words.filter((word) => /^[A-Za-z][\w-]{0,28}$/.test(word ?? '')).join(' ') || 'Error'
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
