import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { paperFonts } from '#shared/text/paperFonts.ts'
import { unseen } from './bidi.ts'
import { FontFile } from './FontFile.ts'

/** A glyph of one of our fonts, by the font's place among them. */
export interface FontGlyph {
  readonly font: number
  readonly glyph: number
  /** How far it moves on, in thousandths of an em. */
  readonly advance: number
  /** It is drawn above or below the letter before it, or not at all. */
  readonly isMark: boolean
  readonly isUnseen: boolean
}

const require = createRequire(import.meta.url)
const loaded: (FontFile | undefined)[] = []
const found = new Map<number, FontGlyph>()

/** A font by its place; it is read when a text first needs it. */
export function fontAt(index: number): FontFile {
  const file = loaded[index] ?? new FontFile(readFileSync(require.resolve(paperFonts[index] ?? '')))
  loaded[index] = file
  return file
}

/** The glyph of a character in the first font that has it; a character that none has is drawn as an empty box. */
export function glyphFor(code: number): FontGlyph {
  const known = found.get(code)
  if (known) return known
  const letter = String.fromCodePoint(code)
  const { font, glyph } = placeOf(code)
  const answer = {
    ...{ font, glyph, advance: fontAt(font).advanceOf(glyph) },
    isMark: code > 0x2ff && /^\p{M}$/u.test(letter),
    isUnseen: unseen.test(letter),
  }
  found.set(code, answer)
  return answer
}

function placeOf(code: number): Pick<FontGlyph, 'font' | 'glyph'> {
  for (let font = 0; font < paperFonts.length; font++) {
    const glyph = fontAt(font).glyphOf(code)
    if (glyph !== undefined) return { font, glyph }
  }
  return { font: 0, glyph: 0 }
}
