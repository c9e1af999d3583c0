import type { HistoryEntry } from './history.ts'
import { outboxKey } from './keys.ts'

/** What the rest of the product is told of a change: ids and names of fields, never their values. */
export interface Event {
  /** The same at every telling: record id and version. */
  readonly eventId: string
  readonly resource: string
  readonly id: string
  readonly version: number
  readonly action: string
  readonly changed: readonly string[]
  readonly at: string
  readonly actorId: string
}

/** What is told of a history entry. */
export const eventOf = (resource: string, entry: HistoryEntry): Event => ({
  eventId: `${entry.recordId}#${entry.version}`,
  resource,
  id: entry.recordId,
  version: entry.version,
  action: entry.action,
  changed: Object.keys(entry.after),
  at: entry.at,
  actorId: entry.actorId,
})

/** The outbox item of one transaction: all its events together, for each item costs a write of its own. */
export const outboxItem = (first: Event, events: readonly Event[]) => ({
  ...outboxKey(first.id, first.version, first.at),
  at: first.at,
  events,
})

/** Reads the events back from an item. */
export const eventsFrom = (item: Readonly<Record<string, unknown>>): Event[] =>
  Array.isArray(item.events) ? item.events : []
