import { createHash } from 'node:crypto'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { canonical, isSame } from '#shared/values/canonical.ts'
import { historyKey, historyPlace } from './keys.ts'
import { bytesOf, textOfBytes } from './packing/bytes.ts'
import { packed, unpacked } from './packing/packed.ts'
import { type EntryPrivacy, type SealedPart, sealedValues } from './persons/sealedParts.ts'
import { bytesOfParts, partsFrom, storedParts } from './persons/storedParts.ts'

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
  /** What it says of persons, each encrypted under that person's key; absent when it says nothing of the kind. */
  readonly sealed?: readonly SealedPart[]
  readonly previousHash: string
  readonly hash: string
}

/** Hash of an entry over everything in it as it is stored, the previous hash included: SHA-256, base64url. */
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

/** What a change says of itself in history: its name, why it was made, and what of it nobody may read for ever. */
export interface EntryNotes {
  readonly action: string
  readonly reason?: string
  readonly privacy?: EntryPrivacy
}

/** The next entry of a record's history. */
export function entryOf(
  origin: Origin,
  before: { record: AnyRecord; hash: string } | undefined,
  after: AnyRecord,
  { action, reason, privacy }: EntryNotes,
): HistoryEntry {
  const { old, next } = difference(before?.record, after)
  const values = { before: old, after: next, ...(reason !== undefined && { reason }) }
  const place = { recordId: after.id, version: after.version }
  const entry: Omit<HistoryEntry, 'hash'> = {
    ...place,
    at: origin.at,
    actorId: origin.actorId,
    actorName: origin.actorName,
    roles: origin.roles,
    source: origin.source,
    action,
    ...sealedValues(values, place, privacy),
    previousHash: before?.hash ?? '',
  }
  return { ...entry, hash: hashOf(entry) }
}

/** Names of the fields that an entry changed, personal ones among them. */
export const changedNames = ({ after, sealed = [] }: HistoryEntry): string[] => [
  ...new Set([...Object.keys(after), ...sealed.flatMap((part) => part.after ?? [])]),
]

/**
 * The stored form of an entry: its key says which record and version it is of, the rest is packed, but for the hashes and
 * what is encrypted, which no compression makes smaller.
 */
export function historyItem({ recordId, version, hash, previousHash, sealed, ...entry }: HistoryEntry) {
  const last = previousHash === '' ? {} : { last: bytesOf(previousHash) }
  return {
    ...historyKey(recordId, version),
    entry: packed({ ...entry, ...(sealed && { sealed: storedParts(sealed) }) }),
    ...(sealed && bytesOfParts(sealed)),
    hash: bytesOf(hash),
    ...last,
  }
}

/** Reads an entry back from its item, with what is encrypted still so. Throws `DamagedValue`. */
export function entryFrom({ pk, sk, entry, hash, last, ...bytes }: Record<string, unknown>): HistoryEntry {
  const values = unpacked(entry)
  const chain = { previousHash: textOfBytes(last), hash: textOfBytes(hash) }
  return {
    ...historyPlace(String(pk), String(sk)),
    ...(typeof values === 'object' && values),
    ...(typeof values === 'object' && values && 'sealed' in values && { sealed: partsFrom(values.sealed, bytes) }),
    ...chain,
  } as HistoryEntry
}
