import { Canvas } from './Canvas.ts'
import { type PdfFacts, PdfFile } from './PdfFile.ts'

/** Sizes of paper in points, upright and across. */
export const papers = { upright: [595, 842], across: [842, 595], large: [1191, 842] } as const

/** One size of paper: width and height. */
export type Paper = (typeof papers)[keyof typeof papers]

/** Room that is left free at each side, in points. */
const margin = 34
/** Room for the line at the foot of a page. */
const footRoom = 20
const foot = { size: 7.5, gray: 0.4 } as const

/** The pages of a file one after the other: each is drawn from its top to its foot, which names the file and counts the pages. */
export class PageFlow {
  readonly file: PdfFile
  readonly left = margin
  readonly right: number
  readonly isRightToLeft: boolean
  canvas: Canvas
  /** How far the page is filled, in points from its upper edge. */
  y = margin
  /** Draws what stands at the top of every page but the first. */
  onTurn: () => void = () => {}

  constructor(
    private readonly facts: PdfFacts,
    private readonly paper: Paper,
  ) {
    this.file = new PdfFile(facts)
    this.right = paper[0] - margin
    this.isRightToLeft = facts.direction === 'rtl'
    this.canvas = new Canvas(this.file, paper[0], paper[1])
  }

  /** The side on which a line of the reader's language begins. */
  get start(): { readonly x: number; readonly side: 'left' | 'right' } {
    return this.isRightToLeft ? { x: this.right, side: 'right' } : { x: this.left, side: 'left' }
  }

  /** Points that are still free on the page, and those of a page that has nothing but its top. */
  get room(): number {
    return this.paper[1] - margin - footRoom - this.y
  }

  /** Ends the page and begins the next one. */
  turn(): Buffer {
    const page = this.ended()
    this.canvas = new Canvas(this.file, this.paper[0], this.paper[1])
    this.y = margin
    this.onTurn()
    return page
  }

  /** Ends the last page and the file. */
  *end(): Generator<Buffer> {
    yield this.ended()
    yield* this.file.end((total) => {
      const canvas = new Canvas(this.file, 0, 0)
      canvas.text(`/ ${total}`, 0, 0, 'left', foot)
      return canvas.content
    })
  }

  private ended(): Buffer {
    const [width, height] = this.paper
    const base = height - margin
    const { x, side } = this.start
    this.canvas.rule(this.left, this.right, base - 11)
    this.canvas.text(this.facts.title, x, base, side, foot)
    const place = this.isRightToLeft ? this.left + 22 : this.right - 26
    this.canvas.text(String(this.file.page), place, base, 'right', foot)
    this.canvas.count(place + 2, base)
    return this.file.addPage(this.canvas.content, [width, height])
  }
}
