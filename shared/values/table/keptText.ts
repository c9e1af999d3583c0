import { guard, unguard } from '../csv.ts'

const months = 'jan|feb|mar|apr|may|mai|jun|jūn|jul|jūl|aug|sep|oct|okt|nov|dec|gen|mag|giu|lug|ago|set|ott|dic'
const answers = 'true|false|vero|falso|patiess|aplams'
/** Digits with what may stand in a number, a day or a time; a short whole number without zeros before it stays as it is. */
const figures = String.raw`(?!(?:0|[1-9]\d{0,10})$)[\s(]*[\p{Nd}.\p{Sc}](?:[\p{Nd}\p{Sc}\s.,:/()%年月日時时分秒٫٬-]|e[+-]?|[ap]m)*`
const month = String.raw`(?:${months})\p{L}*`
const dayWithMonth = String.raw`\d{1,4}[\s./-]*${month}[\s.,/-]*\d{0,4}|${month}[\s.,/-]*\d{1,4}`
// Any number of guards before it: with them in the pattern, taking one off undoes putting one on for every text there is.
const changed = new RegExp(`^'*(?:${figures}|${dayWithMonth}|${answers})$`, 'iu')

/**
 * A text as a cell of a CSV file that a spreadsheet may open and save again: an apostrophe stands before what it would run, or
 * would take for a number, a day or a truth and write otherwise, such as `0012`, `3-4` or `TRUE`.
 */
export const keepText = (text: string): string => (changed.test(text) ? `'${text}` : guard(text))

/** The text that `keepText` or `guard` was given. */
export const keptText = (cell: string): string =>
  cell.startsWith("'") && changed.test(cell.slice(1)) ? cell.slice(1) : unguard(cell)
