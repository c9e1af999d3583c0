import { outboxKey } from '#shared/keys.ts'
import type { HistoryEntry } from './history.ts'

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

/** The outbox item of a history entry, written in the same transaction. */
export function outboxItem(resource: string, entry: HistoryEntry) {
  const event: Event = {
    eventId: `${entry.recordId}#${entry.version}`,
    resource,
    id: entry.recordId,
    version: entry.version,
    action: entry.action,
    changed: Object.keys(entry.after),
    at: entry.at,
    actorId: entry.actorId,
  }
  return { ...outboxKey(entry.recordId, entry.version, entry.at), ...event }
}

/** Reads an event back from its item. */
export function eventFrom(item: Record<string, unknown>): Event {
  const { pk: _pk, sk: _sk, ...event } = item
  return event as unknown as Event
}
