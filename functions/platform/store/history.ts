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

/** One entry of a record's history; chained by hash to the one before, and stored with a MAC of its hash. */
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
  /** Number of the key that signed it; absent for the first one. */
  readonly key?: number
  readonly previousHash: string
  readonly hash: string
}

/** Hash of an entry over everything in it as it is stored, the previous hash included: SHA-256, base64url. */
export const hashOf = (entry: Omit<HistoryEntry, 'hash'>): string =>
  createHash('sha256').update(canonical(entry)).digest('base64url')

/** The digest that is signed with an entry: its hash as bytes. */
export const digestOf = ({ hash }: HistoryEntry): Uint8Array => bytesOf(hash)

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
  /** Number of the key that will sign it. */
  readonly key: number
}

/** The next entry of a record's history. */
export function entryOf(
  origin: Origin,
  before: { record: AnyRecord; hash: string } | undefined,
  after: AnyRecord,
  { action, reason, privacy, key }: EntryNotes,
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
    ...(key > 1 && { key }),
    previousHash: before?.hash ?? '',
  }
  return { ...entry, hash: hashOf(entry) }
}

/** Names of the fields that an entry changed, personal ones among them. */
export const changedNames = ({ after, sealed = [] }: HistoryEntry): string[] => [
  ...new Set([...Object.keys(after), ...sealed.flatMap((part) => part.after ?? [])]),
]

/**
 * The stored form of an entry: its key says which record and version it is of, the rest is packed, but for the previous
 * hash, its MAC and what is encrypted, which no compression makes smaller. Its own hash follows from it and is not stored.
 */
export function historyItem(
  { recordId, version, hash: _hash, previousHash, sealed, ...entry }: Omit<HistoryEntry, 'hash'> & { hash?: string },
  mac: Uint8Array | undefined,
) {
  // What is not signed is not written.
  if (!mac) throw new Error('An entry of history has no MAC')
  const last = previousHash === '' ? {} : { last: bytesOf(previousHash) }
  return {
    ...historyKey(recordId, version),
    entry: packed({ ...entry, ...(sealed && { sealed: storedParts(sealed) }) }),
    ...(sealed && bytesOfParts(sealed)),
    mac,
    ...last,
  }
}

/** Reads an entry back from its item, with what is encrypted still so, and its hash as it follows. Throws `DamagedValue`. */
export function entryFrom({ pk, sk, entry, mac: _mac, last, ...bytes }: Record<string, unknown>): HistoryEntry {
  const values = unpacked(entry)
  const content = {
    ...(typeof values === 'object' && values),
    ...(typeof values === 'object' && values && 'sealed' in values && { sealed: partsFrom(values.sealed, bytes) }),
    // The place is the item's own, so that an entry says nothing of another record.
    ...historyPlace(String(pk), String(sk)),
    previousHash: textOfBytes(last),
  } as Omit<HistoryEntry, 'hash'>
  return { ...content, hash: hashOf(content) }
}

/** The MAC that an entry is stored with; empty when there is none. */
export const macIn = ({ mac }: Record<string, unknown>): Uint8Array =>
  mac instanceof Uint8Array ? mac : new Uint8Array()
