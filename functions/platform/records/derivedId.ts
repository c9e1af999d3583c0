import { createHash } from 'node:crypto'
import type { Entity } from '#shared/declaration/entity.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id that the same words always give, so that whoever comes second finds what the first one made. */
export function derivedId(entity: Entity, ...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\n')).digest()
  const letters = Array.from(digest.subarray(0, 26), (byte) => alphabet[byte & 31])
  return `${entity.prefix}_${letters.join('')}`
}
