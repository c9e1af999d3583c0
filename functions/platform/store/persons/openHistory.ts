import type { RecordValues } from '#shared/declaration/entity.ts'
import { entryFrom, type HistoryEntry } from '../history.ts'
import { personKeys } from './keyCache.ts'
import { openedPart, type SealedPart } from './sealedParts.ts'

/** What of an entry was erased: the names of the values, before or after, and whether the reason. */
export interface ErasedParts {
  readonly values: readonly string[]
  readonly reason: boolean
  /** The persons under whose keys it is still encrypted. */
  readonly subjectIds: readonly string[]
}

/** An entry of history as people read it: what was encrypted is among its values as far as there still is a key. */
export interface OpenEntry extends Omit<HistoryEntry, 'sealed'> {
  /** What nobody can read any more; absent when everything can be read. */
  readonly erased?: ErasedParts
}

/** Items of history as entries that people read, in the same order; the keys are read in one batch. */
export const openItems = (items: readonly RecordValues[]): Promise<OpenEntry[]> => openEntries(items.map(entryFrom))

/** As `openItems`, of entries. Whatever cannot be decrypted counts as erased; this is never an error. */
export async function openEntries(entries: readonly HistoryEntry[]): Promise<OpenEntry[]> {
  const subjectIds = entries.flatMap(({ sealed = [] }) =>
    sealed.flatMap(({ subjectId, bytes }) => (bytes === '' ? [] : [subjectId])),
  )
  const keys = await personKeys(subjectIds)
  return entries.map((entry) => opened(entry, (subjectId) => keys.get(subjectId)?.bits))
}

function opened(entry: HistoryEntry, keyOf: (subjectId: string) => Uint8Array | undefined): OpenEntry {
  const { sealed = [], ...open } = entry
  let { before, after, reason } = open
  const erased: SealedPart[] = []
  for (const part of sealed) {
    const key = part.bytes === '' ? undefined : keyOf(part.subjectId)
    const values = key && openedPart(part, entry, key)
    if (values) {
      before = { ...before, ...values.before }
      after = { ...after, ...values.after }
      reason = values.reason ?? reason
    } else erased.push(part)
  }
  return {
    ...open,
    before,
    after,
    ...(reason !== undefined && { reason }),
    ...(erased.length > 0 && { erased: partsErased(erased) }),
  }
}

const partsErased = (parts: readonly SealedPart[]): ErasedParts => ({
  values: [...new Set(parts.flatMap(({ before = [], after = [] }) => [...before, ...after]))],
  reason: parts.some(({ hasReason = false }) => hasReason),
  subjectIds: parts.flatMap(({ bytes, subjectId }) => (bytes === '' ? [] : [subjectId])),
})
