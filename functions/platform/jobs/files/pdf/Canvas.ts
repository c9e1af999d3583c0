import { hex } from './fontObjects.ts'
import { fontAt } from './fonts.ts'
import { type PdfFile, pdfText } from './PdfFile.ts'
import { lineOf, type ShapedGlyph, shapeLine, type TextLine } from './shapeLine.ts'

/** How a line of text is drawn. */
export interface LineLook {
  /** Height of an em, in points. */
  readonly size: number
  readonly isBold?: boolean
  /** 0 is black, 1 white. */
  readonly gray?: number
}

/** How a line is put beside a place: it begins there, or it ends there. */
type LineSide = 'left' | 'right'

const round = (value: number): number => Math.round(value * 100) / 100

/** A page on which lines are drawn; the place 0, 0 is its upper left corner, and units are points. */
export class Canvas {
  private readonly drawn: string[] = []

  constructor(
    private readonly file: PdfFile,
    readonly width: number,
    readonly height: number,
  ) {}

  /** Draws a line of text on a base line; `entry` names the cell that it is part of. */
  text(line: string | TextLine, x: number, y: number, side: LineSide, look: LineLook, entry = ''): void {
    const whole = typeof line === 'string' ? lineOf(line) : line
    const { glyphs, width } = shapeLine(whole)
    const start = side === 'left' ? x : x - (width * look.size) / 1000
    const { isBold = false, gray = 0 } = look
    // A thin outline makes the letters bold, so that no second font is needed.
    const weight = isBold ? `2 Tr ${round(look.size * 0.035)} w ${gray} G` : '0 Tr'
    const place = `1 0 0 1 ${round(start)} ${round(this.height - y)} Tm`
    const runs = [...runsOf(glyphs)].map((run) => this.runText(run, look.size)).join(' ')
    this.drawn.push(
      `/Span<</ActualText ${pdfText(whole.text)}${entry}>>BDC BT ${gray} g ${weight} ${place} ${runs} ET EMC`,
    )
  }

  /** Draws a thin line from one side to the other. */
  rule(from: number, to: number, y: number, gray = 0.75): void {
    this.drawn.push(
      `${gray} G 0.5 w ${round(from)} ${round(this.height - y)} m ${round(to)} ${round(this.height - y)} l S`,
    )
  }

  /** Fills an area. */
  fill(x: number, y: number, width: number, height: number, gray: number): void {
    this.drawn.push(`${gray} g ${round(x)} ${round(this.height - y - height)} ${round(width)} ${round(height)} re f`)
  }

  /** Enters a mark that a reader of the file's bytes finds and nobody sees. */
  mark(text: string): void {
    this.drawn.push(text)
  }

  /** Draws the number of pages, which is known when the file ends. */
  count(x: number, y: number): void {
    this.drawn.push(`q 1 0 0 1 ${round(x)} ${round(this.height - y)} cm /Count Do Q`)
  }

  /** What was drawn, as the content of a page. */
  get content(): string {
    return this.drawn.join('\n')
  }

  private runText(run: readonly ShapedGlyph[], size: number): string {
    let shown = ''
    for (const { marks, ...glyph } of run) {
      this.file.use(glyph, glyph.text)
      shown += `<${hex(glyph.glyph)}>`
      for (const mark of marks) {
        // A mark of another font would end the run; our fonts have the marks of their own letters.
        if (mark.font !== glyph.font) continue
        this.file.use(mark, mark.text)
        const font = fontAt(mark.font)
        const back = Math.round(glyph.advance / 2 + font.middleOf(mark.glyph))
        shown += ` ${back}<${hex(mark.glyph)}>${Math.round(mark.advance - back)}`
      }
    }
    return `/F${run[0]?.font ?? 0} ${size} Tf [${shown.replaceAll('><', '')}]TJ`
  }
}

/** Glyphs that follow one another in one font. */
function* runsOf(glyphs: readonly ShapedGlyph[]): Generator<ShapedGlyph[]> {
  let run: ShapedGlyph[] = []
  for (const glyph of glyphs) {
    if (run[0] && run[0].font !== glyph.font) {
      yield run
      run = []
    }
    run.push(glyph)
  }
  if (run.length > 0) yield run
}
