import type { RecordValues } from '#shared/declaration/entity.ts'
import { bytesOf, textOfBytes } from '../packing/bytes.ts'
import { DamagedValue } from '../packing/packed.ts'
import type { SealedPart } from './sealedParts.ts'

/** Attributes of an item with the bytes of the parts of its entry: one person, or two where a record changed hands. */
const attributes = ['sealed', 'sealed2'] as const

/** A part as it is packed with its entry: short, for every byte of an item is paid. */
interface StoredPart extends Pick<SealedPart, 'before' | 'after' | 'hasReason'> {
  readonly id: string
}

/** The parts of an entry without their bytes, as they are packed with it. */
export const storedParts = (parts: readonly SealedPart[]): StoredPart[] =>
  parts.map(({ subjectId: id, bytes: _bytes, ...part }) => ({ id, ...part }))

/** The attributes of an item with the bytes of its parts; none for a part whose values were not kept. */
export const bytesOfParts = (parts: readonly SealedPart[]): RecordValues =>
  Object.fromEntries(
    parts.flatMap(({ bytes }, index) => (bytes === '' ? [] : [[attributes[index] ?? '', bytesOf(bytes)]])),
  )

/** The parts of an entry, out of what is packed with it and the attributes of its item. Throws `DamagedValue`. */
export function partsFrom(stored: unknown, item: RecordValues): SealedPart[] {
  if (!isPartList(stored)) throw new DamagedValue()
  return stored.map(({ id: subjectId, ...part }, index) => ({
    subjectId,
    ...part,
    bytes: textOfBytes(item[attributes[index] ?? '']),
  }))
}

const isPartList = (parts: unknown): parts is StoredPart[] =>
  Array.isArray(parts) &&
  parts.every((part) => typeof part?.id === 'string' && isNameList(part.before) && isNameList(part.after))

const isNameList = (names: unknown): boolean => names === undefined || Array.isArray(names)
