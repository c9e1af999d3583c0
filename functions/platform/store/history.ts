import { createHash } from 'node:crypto'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { canonical } from '#shared/values/canonical.ts'
import { historyKey } from './keys.ts'

/** Who did something, from where; written into every history entry. */
export interface Origin {
  readonly actorId: string
  readonly actorName: string
  readonly roles: readonly string[]
  /** Instant of the act, UTC. */
  readonly at: string
  readonly source: 'panel' | 'api' | 'bulk' | 'import' | 'tick' | 'event' | 'survey' | 'demo'
  readonly requestId: string
  /** Nobody is told: no event is written. Only for records that stand for the past, such as a demo's. */
  readonly isUntold?: boolean
}

/** One entry of a record's history; chained by hash to the one before. */
export interface HistoryEntry {
  readonly recordId: string
  readonly version: number
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly roles: readonly string[]
  readonly source: string
  readonly action: string
  readonly reason?: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly previousHash: string
  readonly hash: string
}

/** Hash of an entry over everything in it, the previous hash included: SHA-256, base64url. */
export const hashOf = (entry: Omit<HistoryEntry, 'hash'>): string =>
  createHash('sha256').update(canonical(entry)).digest('base64url')

/** What differs between two states: old and new values by name; null stands for absent. */
export function difference(before: AnyRecord | undefined, after: AnyRecord) {
  const old: Record<string, unknown> = {}
  const now: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after)])) {
    if (name === 'id' || name === 'version') continue
    const was = before?.[name] ?? null
    const is = after[name] ?? null
    if (canonical(was) === canonical(is)) continue
    if (before) old[name] = was
    now[name] = is
  }
  return { old, now }
}

/** The next entry of a record's history. */
export function entryOf(
  origin: Origin,
  before: { record: AnyRecord; hash: string } | undefined,
  after: AnyRecord,
  action: string,
  reason: string | undefined,
): HistoryEntry {
  const { old, now } = difference(before?.record, after)
  const entry = {
    recordId: after.id,
    version: after.version,
    at: origin.at,
    actorId: origin.actorId,
    actorName: origin.actorName,
    roles: origin.roles,
    source: origin.source,
    action,
    ...(reason !== undefined && { reason }),
    before: old,
    after: now,
    previousHash: before?.hash ?? '',
  }
  return { ...entry, hash: hashOf(entry) }
}

/** The stored form of an entry. */
export const historyItem = (entry: HistoryEntry) => ({ ...historyKey(entry.recordId, entry.version), ...entry })

/** Reads an entry back from its item. */
export function entryFrom(item: Record<string, unknown>): HistoryEntry {
  const { pk: _pk, sk: _sk, ...entry } = item
  return entry as unknown as HistoryEntry
}
