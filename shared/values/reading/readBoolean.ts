import { fold } from '../fold.ts'
import { cleaned } from './plainText.ts'

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold))

// Of people and of the spreadsheets of English, Arabic, Chinese, Italian and Latvian.
const yes = wordsOf('true yes y x 1 ✓ ✔ نعم صواب صحيح صح 是 真 对 vero sì s patiess patiesa taisnība jā')
const no = wordsOf('false no n 0 لا خطأ خاطئ 否 假 不 不是 falso aplams aplama nepatiess nē')

/** Yes or no, as a person or a spreadsheet of one of our languages writes it; undefined for any other text. */
export function readBoolean(text: string): boolean | undefined {
  const word = fold(cleaned(text))
  return yes.has(word) ? true : no.has(word) ? false : undefined
}
