/** Arabic-Indic and Persian digits as ASCII digits; everything else as it was. */
export function foldDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

// Marks of the scripts whose readers leave them out; a vowel sign of Hindi or Thai is a letter to its readers and stays.
const optionalMarks =
  /(?=\p{Mn})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu

const letterForms = new Map([
  ...pairs('ٱا', 'ىي', 'یي', 'ېي', 'ےي', 'ةه', 'ہه', 'ھه', 'ۃه', 'ەه', 'کك', 'ڪك', 'ۆو', 'ۇو'),
  ...pairs('øo', 'łl', 'đd', 'ðd', 'ħh', 'ıi', 'ŧt', 'ςσ'),
  ...([
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ß', 'ss'],
    ['þ', 'th'],
  ] as const),
])
const differentForms = new RegExp(`[${[...letterForms.keys()].join('')}]`, 'g')
const silent = /[\u0621\u0640\u0674'’‘ʼʻ`´ʾʿ\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * The form of a name under which it is stored for search: compatibility decomposition (Unicode NFKD), lower case, no
 * accents, harakat, tatweel or hamza, one form of alef, ya, kaf and ha, ASCII digits, single spaces. Idempotent.
 */
export function fold(text: string): string {
  let folded = text
  // Lower case and decomposition can each make work for the other (İ, ϓ), so both run until nothing changes.
  for (let before = ''; before !== folded; ) {
    before = folded
    folded = foldDigits(folded.normalize('NFKD').toLowerCase())
      .replace(optionalMarks, '')
      .replace(silent, '')
      .replace(differentForms, (letter) => letterForms.get(letter) ?? letter)
  }
  return folded.replace(/\s+/g, ' ').trim()
}

/** The distinct folded words of a name; عبد is joined to the ال that follows, as it is written either way. */
export function tokens(name: string): string[] {
  const words = fold(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=^| )عبد (?=ال)/g, 'عبد')
  return words === '' ? [] : [...new Set(words.split(' '))]
}

/**
 * The digits of a phone number as in ITU-T E.164, without the plus; a number written nationally gets `countryCode`
 * (digits only) in place of its trunk zero, or keeps its digits where no code is given.
 */
export function phoneDigits(phone: string, countryCode?: string): string {
  const written = writtenDigits(phone)
  const digits = written.replace(/\D/g, '')
  if (/^\D*\+/.test(written)) return digits
  if (digits.startsWith('00')) return digits.slice(2)
  return countryCode === undefined || digits === '' ? digits : countryCode + digits.replace(/^0/, '')
}

/** The digits of a phone number backwards, so that a search by last digits is a search by prefix. */
export function reversedPhone(phone: string, countryCode?: string): string {
  return [...phoneDigits(phone, countryCode)].reverse().join('')
}

/** The prefix of `reversedPhone` that finds numbers ending as typed; undefined below four digits. */
export function phoneSearchPrefix(typed: string): string | undefined {
  const digits = writtenDigits(typed).replace(/\D/g, '')
  // A whole number may begin with 0 or 00, which the stored international form does not have.
  const ending = digits.length >= 8 ? digits.replace(/^00?/, '') : digits
  return ending.length < 4 ? undefined : [...ending].reverse().join('')
}

function writtenDigits(phone: string): string {
  return foldDigits(phone.normalize('NFKC'))
    .replace(/\(0\)/g, '')
    .replace(/(?:x|ext|#).*$/is, '')
}

function pairs(...written: string[]): [string, string][] {
  return written.map((pair) => [pair.charAt(0), pair.slice(1)])
}
