import { keyItemKey } from '../keys.ts'
import type { TransactionStep } from '../steps.ts'
import { keyCacheSeconds, type PersonKey, readPersonKeys } from './personKeys.ts'

/** Keys that a process knows at the most; the one used least recently goes first. */
const cacheSize = 5000

/** A key that was read or is being read. */
interface CacheEntry {
  readonly key: Promise<PersonKey>
  /** When its reading began, in milliseconds. */
  readonly readAt: number
}

const cache = new Map<string, CacheEntry>()

/**
 * Keys of some persons by their ids; those that this process has not read within `keyCacheSeconds`, and is not reading, are
 * read in one batch.
 */
export async function personKeys(subjectIds: Iterable<string>): Promise<ReadonlyMap<string, PersonKey>> {
  const now = Date.now()
  const ids = [...new Set(subjectIds)]
  const unknown = ids.filter((id) => !isFresh(cache.get(id), now))
  if (unknown.length > 0) read(unknown, now)
  const entries = ids.flatMap((id) => cache.get(id) ?? [])
  keepLatest(ids)
  const keys = await Promise.all(entries.map(({ key }) => key))
  return new Map(keys.map((key) => [key.subjectId, key]))
}

function isFresh(entry: CacheEntry | undefined, now: number): boolean {
  const age = entry ? now - entry.readAt : Number.NaN
  // A clock that was set back says nothing of the age.
  return age >= 0 && age < keyCacheSeconds * 1000
}

function read(ids: readonly string[], readAt: number): void {
  const batch = readPersonKeys(ids)
  for (const [index, id] of ids.entries()) {
    const entry = { key: batch.then((keys) => keys[index] ?? { subjectId: id, state: 'none' as const }), readAt }
    cache.set(id, entry)
    const forget = () => cache.get(id) === entry && cache.delete(id)
    // Another process may make a key at any moment, and a reading that failed is tried again.
    entry.key.then(({ state }) => state === 'none' && forget(), forget)
  }
}

/** Makes some keys the ones used last, and drops those used least recently. */
function keepLatest(ids: readonly string[]): void {
  for (const id of ids) {
    const entry = cache.get(id)
    cache.delete(id)
    if (entry) cache.set(id, entry)
  }
  for (const oldest of cache.keys()) {
    if (cache.size <= cacheSize) break
    cache.delete(oldest)
  }
}

/** Forgets the keys that some writes may have changed, so that at least this process knows at once. */
export function forgetKeysIn(steps: readonly TransactionStep[]): void {
  const prefix = keyItemKey('').pk
  for (const { write } of steps) {
    const pk: unknown = write.Update?.Key?.pk ?? write.Put?.Item?.pk
    if (typeof pk === 'string' && pk.startsWith(prefix)) cache.delete(pk.slice(prefix.length))
  }
}
