import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { firstDictionary, secondDictionary } from './dictionary.ts'

/** Dictionaries by the number that the first byte of a packed value names. */
const dictionaries = new Map([
  [1, Buffer.from(firstDictionary)],
  [2, Buffer.from(secondDictionary)],
])
const newest = 2

/** Texts below this many characters are not worth compressing. */
const shortest = 60

/** Bytes that an answer of the compression is given room for at a time; most values are shorter. */
const chunkSize = 1024

/** Room for the table of the compression, as zlib counts it: values are short, and a larger table has to be cleared each time. */
const memLevel = 5

/** A value as one attribute: JSON, compressed unless it is short; DynamoDB bills by the size, and the engine by attributes. */
export function packed(value: unknown): string | Uint8Array {
  const text = JSON.stringify(value)
  return text.length < shortest ? text : compressed(text)
}

/** As `packed`, for what is encrypted: always compressed, so that its first byte says with which dictionary. */
export const packedBytes = (value: unknown): Uint8Array => compressed(JSON.stringify(value))

function compressed(text: string): Uint8Array {
  const body = deflateRawSync(text, { level: 9, memLevel, dictionary: dictionaries.get(newest), chunkSize })
  return Buffer.concat([Buffer.of(newest), body])
}

/** A stored value that nobody can read any more: something else than the product wrote it. */
export class DamagedValue extends Error {
  override readonly name = 'DamagedValue'
}

/** Reads a packed value back; undefined for an attribute that is absent. Throws `DamagedValue`. */
export function unpacked(attribute: unknown): unknown {
  const text = unpackedText(attribute)
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    throw new DamagedValue()
  }
}

/** The JSON of a packed value; undefined for an attribute that is absent. Throws `DamagedValue`. */
export function unpackedText(attribute: unknown): string | undefined {
  if (typeof attribute === 'string') return attribute
  if (!(attribute instanceof Uint8Array)) return undefined
  const dictionary = dictionaries.get(attribute[0] ?? 0)
  if (!dictionary) throw new DamagedValue()
  try {
    return inflateRawSync(attribute.subarray(1), { dictionary, chunkSize }).toString()
  } catch {
    throw new DamagedValue()
  }
}
