import { product } from '#functions/platform/http/context.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { entityOfId } from '#shared/entities/index.ts'

/** Something that waits for a tick: a record, and which of its times it is, so that the next one is another thing. */
export interface DueItem {
  readonly id: string
  /** Since when it is due, UTC. */
  readonly at: string
  /** The instant, or whatever else tells one waiting of the record from another, such as a day. */
  readonly occasion: string
}

/** Something due in the form of an event, as which it stands among those that failed. */
export const dueEvent = ({ id, at, occasion }: DueItem): Event => ({
  eventId: `${id}#${occasion}`,
  resource: entityOfId(id)?.resource ?? '',
  id,
  version: 0,
  action: 'due',
  changed: [],
  at,
  actorId: product.userId,
})

/** What is due, out of its event. */
export const dueItemOf = ({ id, at, eventId }: Event): DueItem => ({ id, at, occasion: eventId.slice(id.length + 1) })
