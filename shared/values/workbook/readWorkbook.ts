import { openArchive } from './archive.ts'
import { SheetReader } from './SheetReader.ts'
import { sheetsOf } from './sheets.ts'
import type { SheetNotes, TableLimits } from './sheetTable.ts'
import { WorkbookError } from './WorkbookError.ts'
import { workbookParts } from './workbookParts.ts'
import { XmlReader } from './XmlReader.ts'

/** Which sheet of a workbook is read, and who is told what people may not see of it. */
interface ReadingOptions {
  /** Its name; the first sheet that is shown unless said. */
  readonly sheet?: string
  readonly note?: (notes: SheetNotes) => void
}

/**
 * The rows of one sheet of a workbook (XLSX), the names of the columns first: each cell as text, a day as
 * `2026-11-20`, an instant as the wall clock says it. Rows that are left free are there, without cells, so that every row has
 * the place that a spreadsheet shows. Throws `WorkbookError`; memory holds a piece of the sheet and the shared texts.
 */
export async function* readWorkbook(
  file: Blob,
  limits: TableLimits,
  { sheet, note }: ReadingOptions = {},
): AsyncGenerator<string[]> {
  const archive = await openArchive(file)
  const { sheets, ...head } = await sheetsOf(archive)
  const found = sheets.find(({ name, isHidden }) => (sheet === undefined ? !isHidden : name === sheet))
  if (!found) throw new WorkbookError(sheet === undefined ? 'broken' : 'noSheet')
  const table = new SheetReader(await workbookParts(archive, head), limits)
  const reader = new XmlReader(table)
  for await (const piece of archive.text(found.path)) {
    reader.write(piece)
    yield* table.take()
  }
  reader.end()
  if (!table.isComplete) throw new WorkbookError('broken')
  note?.(table.notes())
}
