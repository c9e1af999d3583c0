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

function pairs(...written: string[]): [string, string][] {
  return written.map((pair) => [pair.charAt(0), pair.slice(1)])
}
