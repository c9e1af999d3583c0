import { keyItemKey } from '../keys.ts'
import { keySize, newKeyBits } from '../packing/encryption.ts'
import { getItem, getItems } from '../read.ts'
import { putItem, type TransactionStep, updateItemStep } from '../steps.ts'

/** Seconds for which a process may act on what it knows of a key. */
export const keyCacheSeconds = 10

/**
 * Seconds after the closing of a key at which no process writes records of its person any more: 10 for which it may know the
 * open key, 15 for which a transaction is tried again, 20 for which the last try is awaited, and some to spare.
 */
export const closingSeconds = 60

/**
 * Whether there is a key: `none` was made yet, `open` for ordinary use, `closing` while an erasure runs, `destroyed` for
 * good.
 */
export interface KeyState {
  readonly state: 'none' | 'open' | 'closing' | 'destroyed'
  /** Instants, UTC. */
  readonly closedAt?: string
  readonly destroyedAt?: string
}

/** The key under which history keeps what it says of one person; without bits when there is none, or none any more. */
export interface PersonKey extends KeyState {
  readonly subjectId: string
  readonly bits?: Uint8Array
}

/** A key that is made with the first record of a person. */
export const newPersonKey = (subjectId: string): PersonKey => ({ subjectId, state: 'none', bits: newKeyBits() })

/** The state of a person's key at this moment. */
export async function keyStateOf(subjectId: string): Promise<KeyState> {
  const {
    bits: _bits,
    subjectId: _subjectId,
    ...state
  } = keyFrom(subjectId, await getItem(keyItemKey(subjectId), { consistent: true }))
  return state
}

/** The keys of some persons as they are at this moment, in one batch. */
export async function readPersonKeys(subjectIds: readonly string[]): Promise<PersonKey[]> {
  const items = await getItems(
    [...new Set(subjectIds)].map((id) => keyItemKey(id)),
    { consistent: true },
  )
  const byPartition = new Map(items.map((item) => [item.pk, item]))
  return subjectIds.map((id) => keyFrom(id, byPartition.get(keyItemKey(id).pk)))
}

function keyFrom(subjectId: string, item: Record<string, unknown> | undefined): PersonKey {
  if (!item) return { subjectId, state: 'none' }
  const { bits, closedAt, destroyedAt } = item
  const state = destroyedAt !== undefined ? 'destroyed' : closedAt !== undefined ? 'closing' : 'open'
  return {
    subjectId,
    state,
    ...(bits instanceof Uint8Array && bits.length === keySize && { bits }),
    ...(closedAt !== undefined && { closedAt: String(closedAt) }),
    ...(destroyedAt !== undefined && { destroyedAt: String(destroyedAt) }),
  }
}

/** The step that keeps a new key, unless somebody else made one for the same person first. */
export const keepKeyStep = ({ subjectId, bits }: PersonKey): TransactionStep =>
  putItem({ ...keyItemKey(subjectId), bits }, { if: { absent: true }, means: 'key', about: subjectId })

/**
 * The step that closes a person's key: from then on only the erasure writes records of that person. A repetition changes
 * nothing. A person without a key gets none any more.
 */
export const closeKeyStep = (subjectId: string, now: string): TransactionStep =>
  updateItemStep(keyItemKey(subjectId), { setIfAbsent: { closedAt: now } })

/**
 * The step that destroys a person's key: what was encrypted under it can never be read again. Its instants stay, so that
 * no other key is made for the person. A repetition changes nothing.
 */
export const destroyKeyStep = (subjectId: string, now: string): TransactionStep =>
  updateItemStep(keyItemKey(subjectId), { setIfAbsent: { closedAt: now, destroyedAt: now }, remove: ['bits'] })
