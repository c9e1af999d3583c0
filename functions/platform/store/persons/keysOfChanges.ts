import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { personalFieldsOf, subjectIdOf } from '#shared/declaration/subject.ts'
import { personKeys } from './keyCache.ts'
import { newPersonKey, type PersonKey } from './personKeys.ts'
import type { EntryPrivacy } from './sealedParts.ts'

/** Keys by the ids of their persons. */
export type KeysById = ReadonlyMap<string, PersonKey>

/** What of a change says whom it is about. */
interface ChangedRecord {
  readonly entity: Entity
  readonly before?: { readonly record: AnyRecord }
  readonly after: AnyRecord
  readonly isErasure?: true
}

/** Ids of the persons whom a record was about before a change and is about after it. */
const subjectsOf = ({ entity, before, after }: ChangedRecord) => ({
  beforeId: subjectIdOf(entity, before?.record),
  afterId: subjectIdOf(entity, after),
})

// A record that is new cannot have had a key as its own subject.
const isOwnNew = ({ entity, before }: ChangedRecord): boolean => before === undefined && entity.subject === 'id'

/**
 * The keys of all persons whom some changes are about, read in one batch at the most; who has none gets a new one. Throws
 * the 409 of a person who is being erased or was, unless the erasure itself makes the change.
 */
export async function keysOfChanges(changes: readonly ChangedRecord[]): Promise<KeysById> {
  const keys = new Map<string, PersonKey>()
  const known = await personKeys(changes.filter((change) => !isOwnNew(change)).flatMap(idsOf))
  for (const change of changes)
    for (const id of idsOf(change)) {
      const key = known.get(id) ?? { subjectId: id, state: 'none' as const }
      if (change.isErasure) continue
      if (key.state === 'closing' || key.state === 'destroyed') throw problem('ERASED')
      if (!keys.has(id)) keys.set(id, key.state === 'none' ? newPersonKey(id) : key)
    }
  return keys
}

const idsOf = (change: ChangedRecord): string[] =>
  Object.values(subjectsOf(change)).filter((id): id is string => id !== undefined)

/** Throws the 409 of a record of somebody who is being erased or was; code that reads many records reads their keys first. */
export async function checkNotErased(change: ChangedRecord): Promise<void> {
  if (!isOwnNew(change)) await keysOfChanges([change])
}

/** Reads the keys of the persons whom some records are about in one batch, for the changes that follow. */
export async function readKeysOf(entity: Entity, records: readonly Partial<AnyRecord>[]): Promise<void> {
  await personKeys(records.flatMap((record) => subjectIdOf(entity, record) ?? []))
}

/** Which values of a change its history encrypts, and for whom. */
export function privacyOf(change: ChangedRecord, keys: KeysById): EntryPrivacy | undefined {
  const { entity, isErasure = false } = change
  if (entity.subject === undefined) return undefined
  const names = personalFieldsOf(entity)
  const keyOf = (subjectId: string): Uint8Array => {
    const bits = keys.get(subjectId)?.bits
    // What cannot be encrypted is not written at all.
    if (!bits) throw new Error('The key of a person has no bits')
    return bits
  }
  return { ...subjectsOf(change), isPersonal: (name) => names.has(name), isErasure, keyOf }
}
