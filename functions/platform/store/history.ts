import { createHash } from 'node:crypto'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { canonical, isSame } from '#shared/values/canonical.ts'
import { historyKey, historyPlace } from './keys.ts'
import { packed, unpacked } from './packing/packed.ts'

/** Who acted, when and from where; written into every history entry. */
export interface Origin {
  readonly actorId: string
  readonly actorName: string
  readonly roles: readonly string[]
  /** Instant of the act, UTC. */
  readonly at: string
  readonly source: 'panel' | 'api' | 'bulk' | 'import' | 'tick' | 'event' | 'survey' | 'demo'
  readonly requestId: string
  /** No event is written. Only for records that represent the past, such as a demo's. */
  readonly isSilent?: boolean
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

/** The differences between two states: old and new values by name, null for an absent one. */
export function difference(before: AnyRecord | undefined, after: AnyRecord) {
  const old: Record<string, unknown> = {}
  const next: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after)])) {
    if (name === 'id' || name === 'version') continue
    const oldValue = before?.[name] ?? null
    const nextValue = after[name] ?? null
    if (isSame(oldValue, nextValue)) continue
    if (before) old[name] = oldValue
    next[name] = nextValue
  }
  return { old, next }
}

/** The next entry of a record's history. */
export function entryOf(
  origin: Origin,
  before: { record: AnyRecord; hash: string } | undefined,
  after: AnyRecord,
  action: string,
  reason: string | undefined,
): HistoryEntry {
  const { old, next } = difference(before?.record, after)
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
    after: next,
    previousHash: before?.hash ?? '',
  }
  return { ...entry, hash: hashOf(entry) }
}

/** A hash as it is stored: its 32 bytes, which no compression makes fewer. */
export const hashBytes = (hash: string): Uint8Array => Buffer.from(hash, 'base64url')

/** A stored hash as text; empty for an attribute that is absent. */
export const hashText = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : ''

/** The stored form of an entry: its key says which record and version it is of, the rest is packed, but for the hashes. */
export function historyItem({ recordId, version, hash, previousHash, ...entry }: HistoryEntry) {
  const last = previousHash === '' ? {} : { last: hashBytes(previousHash) }
  return { ...historyKey(recordId, version), entry: packed(entry), hash: hashBytes(hash), ...last }
}

/** Reads an entry back from its item. */
export function entryFrom({ pk, sk, entry, hash, last }: Record<string, unknown>): HistoryEntry {
  const values = unpacked(entry)
  const chain = { previousHash: hashText(last), hash: hashText(hash) }
  return {
    ...historyPlace(String(pk), String(sk)),
    ...(typeof values === 'object' && values),
    ...chain,
  } as HistoryEntry
}
