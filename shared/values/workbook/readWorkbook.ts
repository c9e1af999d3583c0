import { openArchive } from './archive.ts'
import { numberText, shortWall } from './numberText.ts'
import { WorkbookError } from './WorkbookError.ts'
import { plainText, type WorkbookParts, workbookParts } from './workbookParts.ts'
import { attribute, XmlReader } from './XmlReader.ts'

/** How large a table may be: rows below its head, columns, and characters of all its cells. */
export interface TableLimits {
  readonly rows: number
  readonly columns: number
  readonly characters: number
}

/** What a cell shows whose formula was never calculated. */
const unknownValue = '#VALUE!'

/**
 * The rows of the first visible sheet of a workbook (XLSX), the names of the columns first: each cell as text, a day as
 * `2026-11-20`, an instant as the wall clock says it. Rows that are left free are there, without cells, so that every row has
 * the place that a spreadsheet shows. Throws `WorkbookError`; memory holds a piece of the sheet and the shared texts.
 */
export async function* readWorkbook(file: Blob, limits: TableLimits): AsyncGenerator<string[]> {
  const archive = await openArchive(file)
  const parts = await workbookParts(archive)
  const sheet = new SheetReader(parts, limits)
  const reader = new XmlReader(sheet)
  for await (const piece of archive.text(parts.sheet)) {
    reader.write(piece)
    yield* sheet.take()
  }
  reader.end()
  if (!sheet.isComplete) throw new WorkbookError('broken')
}

class SheetReader {
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

  open = (name: string, attributes: string): void => {
    if (name === 'row') {
      this.row = Number(attribute(attributes, 'r') ?? this.row + 1)
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
