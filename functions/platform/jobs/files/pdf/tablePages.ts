import type { FileCell, FileLayout } from '../fileForm.ts'
import { breakLines } from './breakLines.ts'
import type { LineLook } from './Canvas.ts'
import { columnWidths } from './columnWidths.ts'
import { PageFlow, papers } from './PageFlow.ts'
import { isNumberColumn } from './pdfCell.ts'
import type { TextLine } from './shapeLine.ts'

type TableCells = readonly FileCell[]

const look: LineLook = { size: 8 }
const headLook: LineLook = { size: 8, isBold: true }
const lineHeight = 12.5
const padding = 5

/** Columns up to which a table fits an upright page, one across, and a large one across. */
const upright = 5
const across = 12

/** A table over as many pages as it needs: its head stands on each of them, and a row goes on on the next one if it has to. */
export class TablePages {
  private readonly flow: PageFlow
  private readonly widths: readonly number[]
  private rows = 0

  constructor(
    private readonly layout: FileLayout,
    private readonly head: TableCells,
    firstRows: readonly TableCells[],
  ) {
    const { title = '', language = 'en', direction, columns } = layout
    const paper = columns.length <= upright ? papers.upright : columns.length <= across ? papers.across : papers.large
    this.flow = new PageFlow({ title, language, direction }, paper)
    const texts = [head, ...firstRows].map((cells) => cells.map(({ text }) => text))
    const width = this.flow.right - this.flow.left
    this.widths = columnWidths(texts, columns.length, { size: look.size, padding, width })
  }

  /** The beginning of the file; the first page has the title, and what it says below it. */
  begin(): Buffer {
    const { title = '', subtitle } = this.layout
    this.drawLines(title, { size: 15, isBold: true })
    if (subtitle) this.drawLines(subtitle, { size: 8.5, gray: 0.35 })
    this.flow.y += 8
    this.drawHead((column) => `/Cell ${column}`)
    this.flow.onTurn = () => this.drawHead(() => '')
    return this.flow.file.begin()
  }

  /** Draws a row; gives the pages that it ended. */
  *add(cells: TableCells): Generator<Buffer> {
    const lines = this.linesOf(cells)
    const count = this.linesIn(lines)
    const height = count * lineHeight + padding
    // A row stays together unless it is longer than half a page.
    if (this.flow.room < height && count < 16) yield this.flow.turn()
    this.rows++
    this.flow.canvas.mark(`/Row<</Number ${this.rows}>>DP`)
    for (let line = 0; line < count; line++) {
      if (this.flow.room < lineHeight + padding) yield this.flow.turn()
      this.drawLine(lines, line, look, (column) => `/Cell ${column}`)
    }
    this.flow.y += padding
    this.flow.canvas.rule(this.flow.left, this.flow.right, this.flow.y, 0.85)
  }

  /** The end of the table, below which a line may stand. */
  *end(last: string): Generator<Buffer> {
    if (this.flow.room < 24) yield this.flow.turn()
    const { x, side } = this.flow.start
    this.flow.y += 16
    this.flow.canvas.text(last, x, this.flow.y, side, { size: 8.5, isBold: true })
    yield* this.flow.end()
  }

  private drawLines(text: string, how: LineLook): void {
    const { x, side } = this.flow.start
    for (const line of breakLines(text.normalize('NFC'), ((this.flow.right - this.flow.left) * 1000) / how.size)) {
      this.flow.y += how.size * 1.3
      this.flow.canvas.text(line, x, this.flow.y, side, how)
    }
  }

  private drawHead(entryOf: (column: number) => string): void {
    const lines = this.linesOf(this.head)
    const height = this.linesIn(lines) * lineHeight + padding
    this.flow.canvas.fill(this.flow.left, this.flow.y, this.flow.right - this.flow.left, height, 0.92)
    for (let line = 0; line < this.linesIn(lines); line++) this.drawLine(lines, line, headLook, entryOf)
    this.flow.y += padding
  }

  private linesOf(cells: TableCells): TextLine[][] {
    return this.widths.map((width, column) =>
      breakLines(cells[column]?.text ?? '', ((width - 2 * padding) * 1000) / look.size),
    )
  }

  private linesIn(lines: readonly (readonly TextLine[])[]): number {
    return lines.reduce((most, { length }) => Math.max(most, length), 1)
  }

  private drawLine(
    lines: readonly (readonly TextLine[])[],
    line: number,
    how: LineLook,
    entryOf: (column: number) => string,
  ) {
    const { canvas, isRightToLeft, left, right } = this.flow
    this.flow.y += lineHeight
    let offset = 0
    for (const [column, width] of this.widths.entries()) {
      const text = lines[column]?.[line]
      const [from, to] = isRightToLeft
        ? [right - offset - width, right - offset]
        : [left + offset, left + offset + width]
      const side = isRightToLeft === this.isAtEnd(column) ? 'left' : 'right'
      const x = side === 'left' ? from + padding : to - padding
      if (text && text.text !== '') canvas.text(text, x, this.flow.y - 2, side, how, entryOf(column))
      offset += width
    }
  }

  private isAtEnd(column: number): boolean {
    const declared = this.layout.columns[column]
    return declared !== undefined && isNumberColumn(declared)
  }
}
