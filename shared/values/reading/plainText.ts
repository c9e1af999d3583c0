import { foldDigits } from '../fold.ts'
import { asIdentifier } from '../line.ts'

// Hyphens, dashes and minus signs of every width: word processors and phone books write them for the one on a keyboard.
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63]/g
const wide = /[\uff01-\uff5e]/g
const toNarrow = 0xfee0

/** A text without what nobody sees, such as marks of direction, with single plain spaces and none around it. */
export const cleaned = (text: string): string => asIdentifier(text).trim()

// Most texts are of ASCII, which is read many times quicker.
const ascii = /^[ -~]*$/

/** The same as a number, a phone or a day is read: ASCII digits, ASCII hyphens, and no letters of full width. */
export function plainText(text: string): string {
  if (ascii.test(text)) return text.trim().replace(/ {2,}/g, ' ')
  return foldDigits(cleaned(text))
    .replace(hyphens, '-')
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - toNarrow))
}
