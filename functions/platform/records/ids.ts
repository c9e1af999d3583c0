import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'

/** A new id: the noun and a ULID whose time is the given instant. */
export const newId = (entity: Entity, now: string): string => `${entity.prefix}_${ulid(Date.parse(now))}`

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id that the same words always give, so that a second attempt finds the record of the first. */
export function derivedId(entity: Entity, ...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\n')).digest()
  const letters = Array.from(digest.subarray(0, 26), (byte) => alphabet[byte & 31])
  return `${entity.prefix}_${letters.join('')}`
}

/** The id that a record has by its declared key; `code` of a list gives the term without a search. */
export const keyedId = (entity: Entity, values: RecordValues): string =>
  derivedId(entity, ...(entity.keyedBy ?? []).map((name) => String(values[name])))
