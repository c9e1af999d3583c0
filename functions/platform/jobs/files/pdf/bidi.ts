import bidiFactory from 'bidi-js'

/** The Unicode Bidirectional Algorithm (UAX #9). */
export const bidi = bidiFactory()

/** A day, an amount, a phone or an id as a part of a sentence of any direction, which leaves its own order alone. */
export const isolated = (text: string): string => `\u2066${text}\u2069`

/** Marks of direction and of joining, which are read and not drawn. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the joiners are meant by themselves
export const unseen = /^[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufe00-\ufe0f]$/

/** Only characters that stand from left to right in whatever they are part of. */
const isPlain = (text: string): boolean => /^[\n\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u3000-\u9fff]*$/.test(text)

/** The level of each UTF-16 unit of a text: odd where it reads from right to left. The first strong letter of a paragraph decides. */
export const levelsOf = (text: string): Uint8Array =>
  isPlain(text) ? new Uint8Array(text.length) : bidi.getEmbeddingLevels(text, 'auto').levels

/** Items of a line in the order in which they are seen, from left to right (UAX #9, L2). */
export function inSight<T extends { readonly level: number }>(items: readonly T[]): T[] {
  const seen = [...items]
  const highest = seen.reduce((most, { level }) => Math.max(most, level), 0)
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < seen.length; start++) {
      let end = start
      while (end < seen.length && (seen[end]?.level ?? 0) >= level) end++
      if (end > start) seen.splice(start, end - start, ...seen.slice(start, end).reverse())
      start = end
    }
  }
  return seen
}
