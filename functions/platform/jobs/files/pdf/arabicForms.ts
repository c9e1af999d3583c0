/** The forms of a letter: alone, at the end of a joined part, at its beginning, within it; the last two only of letters that join on both sides. */
type LetterForms = readonly number[]

const letters = new Map<string, LetterForms>()
/** Lam with each alef, alone and joined to the letter before it. */
const lamAlef = new Map<string, LetterForms>()

// The forms of a letter stand in the order of `LetterForms` in the two blocks of presentation forms (Unicode 16, 9.2).
// The second block decides where a letter is in both.
for (const [first, last] of [
  [0xfb50, 0xfbff],
  [0xfe80, 0xfefc],
] as const) {
  const forms = new Map<string, number[]>()
  for (let code = first; code <= last; code++) {
    const base = String.fromCodePoint(code).normalize('NFKC')
    if (base.codePointAt(0) !== code) forms.set(base, [...(forms.get(base) ?? []), code])
  }
  for (const [base, codes] of forms) {
    if (base.length === 1 && base !== 'ـ') letters.set(base, codes)
    if (base.length === 2 && base.startsWith('ل') && codes.length === 2) lamAlef.set(base, codes)
  }
}

/** Shadda with another vowel sign, as one sign. */
const shaddas = new Map<string, number>()
for (let code = 0xfc5e; code <= 0xfc63; code++) {
  const signs = String.fromCodePoint(code).normalize('NFKC').slice(1)
  shaddas.set(signs, code).set([...signs].reverse().join(''), code)
}

/** The one sign for two vowel signs of which one is a shadda, or undefined. */
export const withShadda = (signs: string): number | undefined => shaddas.get(signs)

const isMark = (letter: string) => /\p{M}/u.test(letter)
/** The stroke that lengthens a word, and the sign that joins without being seen. */
const isJoiner = (letter: string) => letter === 'ـ' || letter === '\u200d'
const joinsBefore = (letter: string) => isJoiner(letter) || (letters.get(letter)?.length ?? 0) > 1
const joinsAfter = (letter: string) => isJoiner(letter) || letters.get(letter)?.length === 4

/** A character as it is drawn: its code, and where it stands in the text and how long it is there. */
export interface DrawnCharacter {
  readonly code: number
  readonly index: number
  readonly length: number
}

/** The characters of a text in its own order, Arabic letters in the forms that their neighbours give them. */
export function joinedForms(text: string): DrawnCharacter[] {
  const drawn: DrawnCharacter[] = []
  const isArabic = /[\u0600-\u06ff]/.test(text)
  let isJoined = false
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) ?? 0
    const letter = String.fromCodePoint(code)
    const { length } = letter
    const ligature = lamAlef.get(text.slice(index, index + 2))
    const forms = ligature ?? (isArabic ? letters.get(letter) : undefined)
    if (forms) {
      const size = ligature ? 2 : length
      const goesOn = forms.length === 4 && joinsBefore(nextLetter(text, index + size))
      const form = (isJoined && forms.length > 1 ? 1 : 0) + (goesOn ? 2 : 0)
      drawn.push({ code: forms[form] ?? code, index, length: size })
      isJoined = goesOn
      index += size
      continue
    }
    drawn.push({ code, index, length })
    if (isArabic && !isMark(letter)) isJoined = joinsAfter(letter) && joinsBefore(nextLetter(text, index + length))
    index += length
  }
  return drawn
}

function nextLetter(text: string, from: number): string {
  let index = from
  while (index < text.length && isMark(text[index] ?? '')) index++
  return text[index] ?? ''
}
