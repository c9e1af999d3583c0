import { importLimits } from '#shared/api/transfer.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { openArchive } from '#shared/values/workbook/archive.ts'
import { readWorkbook } from '#shared/values/workbook/readWorkbook.ts'
import { filledRowsOf, sheetsOf } from '#shared/values/workbook/sheets.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'
import { WorkbookError, type WorkbookFault } from '#shared/values/workbook/WorkbookError.ts'
import { type ImportTable, type SheetQuestion, tableOf, type Unread } from './importTable.ts'

/** What is said of a workbook that cannot be read. */
const unreadOf: Readonly<Record<WorkbookFault, string>> = {
  ...{ broken: 'damaged', tooLarge: 'tooLarge', tooWide: 'tooWide', tooLong: 'tooLong', noHead: 'noHead' },
  noSheet: 'damaged',
}

/** Reads the only sheet of a workbook, or returns which ones it has; its bytes are what is sent. */
export const readWorkbookFile = (name: string, content: Blob): Promise<ImportTable | SheetQuestion | Unread> =>
  unlessUnread(async () => {
    const archive = await openArchive(content)
    const { sheets } = await sheetsOf(archive)
    if (sheets.length < 2) return sheetOf(name, content)
    const choices = []
    for (const sheet of sheets) {
      const rows = Math.max(0, (await filledRowsOf(archive, sheet)) - 1)
      choices.push({ name: sheet.name, isHidden: sheet.isHidden, rows })
    }
    return { name, content, sheets: choices }
  })

/** Reads one of the sheets of a workbook. */
export const readSheet = ({ name, content }: SheetQuestion, sheet: string): Promise<ImportTable | Unread> =>
  unlessUnread(() => sheetOf(name, content, sheet))

async function sheetOf(name: string, content: Blob, sheet?: string): Promise<ImportTable | Unread> {
  const { rows, columns } = importLimits
  const limits = { rows, columns, characters: uploadMegabytes.import * 1e6 }
  const table: string[][] = []
  let notes: SheetNotes | undefined
  const note = (found: SheetNotes) => {
    notes = found
  }
  for await (const cells of readWorkbook(content, limits, { sheet, note })) table.push(cells)
  const [header = [], ...found] = table
  const file = { name, content, size: content.size, isLong: true, notes, ...(sheet !== undefined && { sheet }) }
  return tableOf(
    file,
    header.map((each) => each.trim()),
    found,
  )
}

async function unlessUnread<T>(read: () => Promise<T>): Promise<T | Unread> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    const { rows, columns } = importLimits
    return { unread: unreadOf[error.fault], with: { megabytes: uploadMegabytes.import, rows, columns } }
  }
}
