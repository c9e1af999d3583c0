import { levelsOf } from './bidi.ts'
import { measure, type TextLine } from './shapeLine.ts'

/** Where a line may end: after blanks, hyphens and slashes, and around each Chinese character. */
const words =
  /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\-/\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]*(?:[-/]|[^\S\n]+|\n|(?=[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef])|$)/g

/** Widths of words that were measured, which lists say again and again. */
const widths = new Map<string, number>()
const mostWidths = 20_000

/** The width of a text on one line, in thousandths of an em. */
export function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = measure(text)
  if (widths.size >= mostWidths) widths.clear()
  widths.set(text, width)
  return width
}

/** The parts of a text between which a line may end; put together they are the text. */
const wordsOf = (text: string): readonly string[] => (text.match(words) ?? []).filter((word) => word !== '')

/** The width of the longest word of a text. */
export const widestWord = (text: string): number =>
  wordsOf(text).reduce((most, word) => Math.max(most, widthOf(word.trimEnd())), 0)

/** A text as lines no wider than a limit; put together they are the text again. A word that is wider is broken. */
export function breakLines(text: string, limit: number): TextLine[] {
  const levels = levelsOf(text)
  let start = 0
  return linesOf(text, limit).map((line) => {
    const end = start + line.length
    const own = levels.subarray(start, end)
    start = end
    return { text: line, levels: own }
  })
}

function linesOf(text: string, limit: number): string[] {
  if (!text.includes('\n') && widthOf(text) <= limit) return [text]
  const lines: string[] = []
  let line = ''
  let width = 0
  const end = () => {
    lines.push(line)
    line = ''
    width = 0
  }
  for (const word of wordsOf(text)) {
    // Blanks at its end may hang over.
    if (line !== '' && width + widthOf(word.trimEnd()) > limit) end()
    for (const piece of widthOf(word.trimEnd()) > limit ? pieces(word, limit) : [word]) {
      if (line !== '' && width + widthOf(piece.trimEnd()) > limit) end()
      line += piece
      width += widthOf(piece)
    }
    if (word.endsWith('\n')) end()
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}

/** A word in pieces that fit, each of one character at least. */
function pieces(word: string, limit: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const { segment } of characters.segment(word)) {
    if (part !== '' && widthOf(part + segment) > limit) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
