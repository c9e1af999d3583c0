import { fold, foldDigits } from './fold.ts'

/** Folded letters and digits without spaces and punctuation, so that joined and parted names are the same. */
const squeezed = (text: string): string => fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** The text in which a record is searched: its names, numbers and phones squeezed, one a line, none running into another. */
export const searchText = (parts: readonly string[]): string => parts.map(squeezed).filter(Boolean).join('\n')

/**
 * What must stand in the text of a record that a search finds: each word by itself, in any order. Digits typed with the
 * marks of a phone number are one word, without the one or two zeros of its prefix, which the stored international form
 * lacks; more zeros, or zeros before less than three digits, belong to another number.
 */
export function searchWords(typed: string): string[] {
  const written = foldDigits(typed.normalize('NFKC')).replace(/\(0\)/g, '')
  const digits = written.replace(/\D/g, '')
  if (digits.length >= 4 && /^[\d\s()+./-]+$/.test(written)) return [digits.replace(/^0{1,2}(?=[1-9]\d{2})/, '')]
  return [...new Set(typed.split(/\s+/).map(squeezed).filter(Boolean))]
}

/** Whether enough was typed: two letters or digits, or one Han letter, which is a name by itself. */
export function isSearchable(typed: string): boolean {
  const letters = searchWords(typed).join('')
  return [...letters].length >= 2 || /\p{Script=Han}/u.test(letters)
}
