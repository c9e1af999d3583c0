import { createWriteStream, openAsBlob } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { env } from '#functions/platform/aws/env.ts'
import { getFile } from '#functions/platform/aws/files.ts'
import type { Cells } from '#functions/platform/store/items/jobItems.ts'
import { importLimits } from '#shared/api/transfer.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { readWorkbook } from '#shared/values/workbook/readWorkbook.ts'
import { WorkbookError, type WorkbookFault } from '#shared/values/workbook/WorkbookError.ts'
import type { temporaryFile } from '../files/temporaryFile.ts'

const { rows, columns } = importLimits
const refusals: Readonly<Record<WorkbookFault, Refusal>> = {
  broken: refuse('WORKBOOK_BROKEN'),
  tooLarge: refuse('WORKBOOK_LARGE'),
  tooWide: refuse('FILE_WIDE', { limit: columns }),
  tooLong: refuse('FILE_LONG', { limit: rows }),
  noHead: refuse('SHEET_HEAD'),
}

/** The table of a workbook that lies at a key; throws the 422 of one that is damaged, too large or empty. */
export async function workbookTable(
  key: string,
  file: ReturnType<typeof temporaryFile>,
): Promise<[header: string[], ...rows: Cells[]]> {
  const body = (await getFile(key, env.bucket))?.body
  if (!body) throw problem('UPLOAD_ABSENT')
  try {
    // An archive is read from its end, so that it has to be on this machine.
    await pipeline(bytesOf(body), createWriteStream(file.path, { mode: 0o600 }))
    const table: string[][] = []
    const limits = { rows, columns, characters: uploadMegabytes.import * 1e6 }
    for await (const cells of readWorkbook(await openAsBlob(file.path), limits)) table.push(cells)
    const [header, ...found] = table
    if (!header || found.length === 0) throw invalid({ file: refuse('FILE_EMPTY') })
    return [header.map((name) => name.trim()), ...found]
  } catch (error) {
    throw error instanceof WorkbookError ? invalid({ file: refusals[error.fault] }) : error
  } finally {
    file.remove()
  }
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) yield chunk
}
