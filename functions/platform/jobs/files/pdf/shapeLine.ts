import { joinedForms, withShadda } from './arabicForms.ts'
import { bidi, inSight, levelsOf } from './bidi.ts'
import { type FontGlyph, glyphFor } from './fonts.ts'

/** A mark above or below a letter, and what it says. */
interface GlyphMark extends FontGlyph {
  readonly text: string
}

/** A glyph in sight, what it says, and the marks above or below it. */
export interface ShapedGlyph extends FontGlyph {
  readonly text: string
  readonly level: number
  readonly marks: readonly GlyphMark[]
}

/** A line as it is drawn from left to right, and its width in thousandths of an em. */
export interface ShapedLine {
  readonly glyphs: readonly ShapedGlyph[]
  readonly width: number
}

/** A control character takes the place of a blank, as the end of a line does. */
const drawnCode = (code: number) => (code < 32 || code === 127 ? 32 : code)

/** A line of a text, with the levels that its paragraph gives its characters. */
export interface TextLine {
  readonly text: string
  readonly levels: Uint8Array
}

/** A text of one line by itself. */
export const lineOf = (text: string): TextLine => ({ text, levels: levelsOf(text) })

/**
 * A line in any of our scripts: letters joined, in the order in which they are seen, with their glyphs; blanks at its end
 * take no room. The text is in the form NFC.
 */
export function shapeLine({ text, levels }: TextLine): ShapedLine {
  const line = text.trimEnd()
  const glyphs: (ShapedGlyph & { marks: GlyphMark[] })[] = []
  let width = 0
  for (const { code, index, length } of joinedForms(line)) {
    const level = levels[index] ?? 0
    const found = glyphFor(drawnCode(level % 2 === 1 ? mirrored(code) : code))
    if (found.isUnseen) continue
    const said = line.slice(index, index + length)
    const base = glyphs.at(-1)
    if (base && found.isMark) addMark(base.marks, code, said)
    else {
      width += found.advance
      glyphs.push({ ...found, text: said, level, marks: [] })
    }
  }
  return { glyphs: inSight(glyphs), width }
}

/** The width of a text on one line, in thousandths of an em. */
export function measure(text: string): number {
  let width = 0
  for (const { code } of joinedForms(text)) {
    const { advance, isMark, isUnseen } = glyphFor(drawnCode(code))
    if (!isMark && !isUnseen) width += advance
  }
  return width
}

/** Brackets open to the other side where a text reads from right to left. */
const mirrored = (code: number): number => bidi.getMirroredCharacter(String.fromCodePoint(code))?.codePointAt(0) ?? code

function addMark(marks: GlyphMark[], code: number, said: string): void {
  const before = marks.at(-1)
  const both = withShadda(`${before?.text ?? ''}${said}`)
  if (both !== undefined) marks.pop()
  marks.push({ ...glyphFor(both ?? code), text: both === undefined ? said : `${before?.text}${said}` })
}
