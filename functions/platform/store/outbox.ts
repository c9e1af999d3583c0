import type { AttributeValue } from 'aws-lambda'
import { changedNames, type HistoryEntry } from './history.ts'
import { outboxKey } from './keys.ts'

/** What consumers learn about a change: ids and names of fields, never their values. */
export interface Event {
  /** The same at every delivery: record id and version. */
  readonly eventId: string
  readonly resource: string
  readonly id: string
  readonly version: number
  readonly action: string
  readonly changed: readonly string[]
  readonly at: string
  readonly actorId: string
}

/** The event of a history entry. */
export const eventOf = (resource: string, entry: HistoryEntry): Event => ({
  eventId: `${entry.recordId}#${entry.version}`,
  resource,
  id: entry.recordId,
  version: entry.version,
  action: entry.action,
  changed: changedNames(entry),
  at: entry.at,
  actorId: entry.actorId,
})

/** The outbox item of one transaction: all its events together, since each item costs a write of its own. */
export const outboxItem = (first: Event, events: readonly Event[]) => ({
  ...outboxKey(first.id, first.version, first.at),
  at: first.at,
  events: JSON.stringify(events),
})

/** Reads the events back from an item. */
export const eventsFrom = (item: Readonly<Record<string, unknown>>): Event[] =>
  typeof item.events === 'string' ? JSON.parse(item.events) : []

/** An outbox item out of a stream record, whose attributes are texts. */
export const itemOf = (image: Readonly<Record<string, AttributeValue>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, { S }]) => [name, S]))
