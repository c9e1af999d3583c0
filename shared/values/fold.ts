// Where the digits of other scripts stand, without the letters of Arabic, Chinese and Korean, for which it would be slow.
const digitPlaces = /[\u0660-\u0669\u06f0-\u1c5f\ua620-\uabff\uff10-\uff19\u{104a0}-\u{1fbf9}]/gu

/** Decimal digits of every script as ASCII digits; everything else as it was. */
export const foldDigits = (text: string): string =>
  text.replace(digitPlaces, (letter) => (isDigit(letter) ? String(digitValue(letter.codePointAt(0) ?? 0)) : letter))

const isDigit = (letter: string): boolean => /\p{Nd}/u.test(letter)

/** The first of fifty digits of mathematics, whose five rows follow one another without a gap. */
const firstMathDigit = 0x1d7ce

// The digits of a script stand together, from its zero on.
function digitValue(point: number): number {
  if (point >= firstMathDigit && point < firstMathDigit + 50) return (point - firstMathDigit) % 10
  let value = 0
  while (value < 9 && isDigit(String.fromCodePoint(point - value - 1))) value++
  return value
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

/** Characters that nobody sees. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

// Of ASCII without quotation marks only the case and the spaces are folded: most numbers and codes, many times quicker.
const plainText = /^[ -&(-_a-~]*$/

/**
 * The form of a name under which it is stored for search: compatibility decomposition (Unicode NFKD), lower case, no
 * accents, harakat, tatweel or hamza, one form of alef, ya, kaf and ha, ASCII digits, single spaces. Idempotent.
 */
export function fold(text: string): string {
  if (plainText.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim()
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

// Of visible ASCII only the case is folded.
const plainIdentifier = /^[!-~]*$/

/**
 * The form in which values are compared that may occur once: what people cannot tell apart is the same. Compatibility
 * composition (NFKC), lower case, ASCII digits, one kind of dash, single spaces, and nothing that is not seen, such as marks of
 * direction. Accents and letter forms stay, unlike in `fold`: people see them, and José and Jose are two persons. Idempotent.
 */
export function foldIdentity(text: string): string {
  if (plainIdentifier.test(text)) return text.toLowerCase()
  let folded = text
  for (let before = ''; before !== folded; ) {
    before = folded
    folded = foldDigits(folded.normalize('NFKC').toLowerCase())
      .replace(unseen, '')
      .replace(/\p{Pd}/gu, '-')
      .replaceAll('ς', 'σ')
      .replace(/\s+/g, ' ')
      .trim()
  }
  return folded
}

function pairs(...written: string[]): [string, string][] {
  return written.map((pair) => [pair.charAt(0), pair.slice(1)])
}
