import { createWriteStream, openAsBlob } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { env } from '#functions/platform/aws/env.ts'
import { getFile } from '#functions/platform/aws/files.ts'
import { importLimits } from '#shared/api/transfer.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { type ForeignTable, filledRows } from '#shared/values/table/foreignTable.ts'
import { openArchive } from '#shared/values/workbook/archive.ts'
import { readWorkbook } from '#shared/values/workbook/readWorkbook.ts'
import { sheetsOf } from '#shared/values/workbook/sheets.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'
import { WorkbookError, type WorkbookFault } from '#shared/values/workbook/WorkbookError.ts'
import type { temporaryFile } from '../files/temporaryFile.ts'

const { rows, columns } = importLimits
const refusals: Readonly<Record<Exclude<WorkbookFault, 'noSheet'>, Refusal>> = {
  broken: refuse('WORKBOOK_BROKEN'),
  tooLarge: refuse('WORKBOOK_LARGE'),
  tooWide: refuse('FILE_WIDE', { limit: columns }),
  tooLong: refuse('FILE_LONG', { limit: rows }),
  noHead: refuse('SHEET_HEAD'),
}

/** The table of a sheet, the decimals of whose numbers are parted by a point, and what the sheet hides of it. */
interface SheetTable extends ForeignTable {
  readonly notes: SheetNotes | undefined
}

/** The table of a sheet of the workbook that lies at a key; throws the 422 of one that is damaged, too large or empty. */
export async function workbookTable(
  key: string,
  file: ReturnType<typeof temporaryFile>,
  sheet: string | undefined,
): Promise<SheetTable> {
  const body = (await getFile(key, env.bucket))?.body
  if (!body) throw problem('UPLOAD_ABSENT')
  try {
    // An archive is read from its end, so that it has to be on this machine.
    await pipeline(bytesOf(body), createWriteStream(file.path, { mode: 0o600 }))
    const workbook = await openAsBlob(file.path)
    const table: string[][] = []
    let notes: SheetNotes | undefined
    const limits = { rows, columns, characters: uploadMegabytes.import * 1e6 }
    const note = (found: SheetNotes) => {
      notes = Object.values(found).some((count) => count > 0) ? found : undefined
    }
    try {
      for await (const cells of readWorkbook(workbook, limits, { sheet, note })) table.push(cells)
    } catch (error) {
      throw error instanceof WorkbookError ? invalid({ file: await refusalOf(error.fault, workbook, sheet) }) : error
    }
    const [header = [], ...found] = table
    if (filledRows(found) === 0) throw invalid({ file: refuse('FILE_EMPTY') })
    return { header: header.map((name) => name.trim()), rows: found, delimiter: ',', notes }
  } finally {
    file.remove()
  }
}

async function refusalOf(fault: WorkbookFault, workbook: Blob, sheet = ''): Promise<Refusal> {
  if (fault !== 'noSheet') return refusals[fault]
  const { sheets } = await sheetsOf(await openArchive(workbook))
  return refuse('SHEET_UNKNOWN', { sheet, sheets: sheets.map(({ name }) => name) })
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) yield chunk
}
