import { numberText, shortWall } from './numberText.ts'
import type { SheetNotes, TableLimits } from './sheetTable.ts'
import { WorkbookError } from './WorkbookError.ts'
import { plainText, type WorkbookParts } from './workbookParts.ts'
import { attribute } from './XmlReader.ts'

/** What a cell shows whose formula was never calculated. */
const unknownValue = '#VALUE!'

/** Reads the XML of a sheet, row by row. */
export class SheetReader {
  private readonly hiddenColumns: (readonly [first: number, last: number])[] = []
  private readonly filledColumns = new Set<number>()
  private hiddenRows = 0
  private mergedCells = 0
  private isRowHidden = false
  private rows: string[][] = []
  private cells: string[] = []
  private row = 0
  private written = 0
  private column = 0
  private kind = 'n'
  private look = 0
  private value = ''
  private isText = false
  private isReading = false
  private hasFormula = false
  private size = 0
  isComplete = false

  constructor(
    private readonly parts: WorkbookParts,
    private readonly limits: TableLimits,
  ) {}

  /** The rows that are complete; they are given out once. */
  take(): string[][] {
    const { rows } = this
    this.rows = []
    return rows
  }

  /** What people may not see of the rows that were read. */
  notes(): SheetNotes {
    const { hiddenRows, mergedCells } = this
    const isHidden = (column: number) => this.hiddenColumns.some(([first, last]) => column >= first && column <= last)
    return { hiddenRows, hiddenColumns: [...this.filledColumns].filter(isHidden).length, mergedCells }
  }

  open = (name: string, attributes: string): void => {
    if (name === 'row') {
      this.row = Number(attribute(attributes, 'r') ?? this.row + 1)
      this.isRowHidden = isTrue(attribute(attributes, 'hidden'))
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      const place = attribute(attributes, 'r')
      this.column = place === undefined ? this.column + 1 : columnOf(place)
      this.kind = attribute(attributes, 't') ?? 'n'
      this.look = Number(attribute(attributes, 's') ?? 0)
      this.value = ''
      this.hasFormula = false
    } else if (name === 'f') this.hasFormula = true
    else if (name === 'mergeCell') this.mergedCells++
    else if (name === 'col' && isTrue(attribute(attributes, 'hidden')))
      this.hiddenColumns.push([Number(attribute(attributes, 'min')) - 1, Number(attribute(attributes, 'max')) - 1])
    if (name === 'v' || name === 't') this.isText = true
    // How a text is spoken is not what it says.
    if (name === 'rPh') this.isReading = true
  }

  text = (text: string): void => {
    if (this.isText && !this.isReading) this.value += text
  }

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.isText = false
    if (name === 'rPh') this.isReading = false
    if (name === 'c') this.endCell()
    else if (name === 'row') this.endRow()
    else if (name === 'sheetData') this.isComplete = true
  }

  private endCell(): void {
    const text = this.cellText()
    if (text === '') return
    if (this.column >= this.limits.columns) throw new WorkbookError('tooWide')
    this.size += text.length
    if (this.size > this.limits.characters) throw new WorkbookError('tooLarge')
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = text
    this.filledColumns.add(this.column)
  }

  private endRow(): void {
    if (this.cells.length === 0) return
    if (this.written === 0 && this.row !== 1) throw new WorkbookError('noHead')
    if (this.row > this.limits.rows + 1) throw new WorkbookError('tooLong')
    if (this.row <= this.written) throw new WorkbookError('broken')
    while (this.written < this.row - 1) {
      this.rows.push([])
      this.written++
    }
    this.rows.push(this.cells)
    this.written++
    if (this.isRowHidden) this.hiddenRows++
  }

  private cellText(): string {
    const { value, kind, parts } = this
    if (value === '' && this.hasFormula && kind !== 'str') return unknownValue
    if (kind === 's') return value === '' ? '' : textAt(parts.texts, value)
    if (kind === 'b') return value === '' ? '' : value === '1' ? 'true' : 'false'
    if (kind === 'd') return shortWall(value.replace(/Z$/, ''))
    if (kind === 'n') return numberText(value, parts.looks[this.look] ?? 'plain', parts.is1904)
    return plainText(value)
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function textAt(texts: readonly string[], index: string): string {
  const text = texts[Number(index)]
  if (text === undefined) throw new WorkbookError('broken')
  return text
}

/** The place of a column by its letters: A is 0, AA is 26. */
function columnOf(place: string): number {
  let column = 0
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}
