import { bytesOf, textOfBytes } from '../packing/bytes.ts'
import { decrypted, encrypted } from '../packing/encryption.ts'
import { packedBytes, unpacked } from '../packing/packed.ts'
import { dividedValues, type EntryValues, type PersonalPart, type Privacy } from './personalParts.ts'

/** What an entry of history says of one person, encrypted. */
export interface SealedPart {
  readonly subjectId: string
  /** Names of the values before and after that are in it, in their order. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly hasReason?: true
  /** The encrypted values, base64url; empty when they were not kept at all, because an erasure took them away. */
  readonly bytes: string
}

/** Whose values an entry keeps encrypted, and under which keys. */
export interface EntryPrivacy extends Privacy {
  /** The bits of a person's key; throws when there are none. */
  readonly keyOf: (subjectId: string) => Uint8Array
}

/** Where a part stands: no other entry can have it. */
interface EntryPlace {
  readonly recordId: string
  readonly version: number
}

const textOf = ({ recordId, version }: EntryPlace): string => `${recordId}#${version}`

/** The values of an entry as they are stored: in the open what tells of nobody, the rest encrypted. */
export function sealedValues(values: EntryValues, place: EntryPlace, privacy: EntryPrivacy | undefined) {
  if (!privacy) return values
  const { open, personal } = dividedValues(values, privacy)
  return { ...open, ...(personal.length > 0 && { sealed: personal.map((part) => sealedPart(part, place, privacy)) }) }
}

function sealedPart(
  { subjectId, before, after, reason }: PersonalPart,
  place: EntryPlace,
  { keyOf, isErasure }: EntryPrivacy,
): SealedPart {
  // The names stand in the open, so that history says what changed without a key.
  const values = [...Object.values(before), ...Object.values(after), ...(reason === undefined ? [] : [reason])]
  // Earlier entries have what an erasure takes away, under the key that it destroys.
  const bytes = isErasure ? undefined : encrypted(packedBytes(values), keyOf(subjectId), textOf(place))
  const [oldNames, newNames] = [Object.keys(before), Object.keys(after)]
  return {
    subjectId,
    ...(oldNames.length > 0 && { before: oldNames }),
    ...(newNames.length > 0 && { after: newNames }),
    ...(reason !== undefined && { hasReason: true }),
    bytes: textOfBytes(bytes),
  }
}

/** What a part says of its person; undefined when the key is another one, or the part was altered or stands elsewhere. */
export function openedPart(part: SealedPart, place: EntryPlace, key: Uint8Array): EntryValues | undefined {
  const { before = [], after = [], hasReason, bytes } = part
  const opened = decrypted(bytesOf(bytes), key, textOf(place))
  const values = opened && unpacked(opened)
  if (!Array.isArray(values)) return undefined
  const named = (names: readonly string[], from: number) =>
    Object.fromEntries(names.map((name, index) => [name, values[from + index]]))
  const reason: unknown = hasReason ? values[before.length + after.length] : undefined
  return {
    before: named(before, 0),
    after: named(after, before.length),
    ...(typeof reason === 'string' && { reason }),
  }
}
