import * as z from 'zod'
import { env } from '#functions/platform/aws/env.ts'
import { getFile } from '#functions/platform/aws/files.ts'
import { arrivingKey } from '#functions/platform/records/files/fileKeys.ts'
import { isScanning } from '#functions/platform/records/files/fileScan.ts'
import { verifyContent } from '#functions/platform/records/files/verifyContent.ts'
import { type Cells, readJobList } from '#functions/platform/store/items/jobItems.ts'
import { importMode } from '#shared/api/transfer.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { workbookType } from '#shared/values/contentType.ts'
import { textOfBytes } from '#shared/values/table/textOfBytes.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'
import { temporaryFile } from '../files/temporaryFile.ts'
import type { JobRun } from '../jobRun.ts'
import { type ImportRequest, importRequest } from './importFile.ts'
import { requestOf } from './importRequest.ts'
import { readTable } from './readTable.ts'
import { ownImport } from './uploadedImport.ts'

/** The rows of an import, and what its columns mean. */
interface RequestedTable {
  readonly request: ImportRequest
  readonly rows: readonly Cells[]
  /** What a sheet hides of them. */
  readonly notes?: SheetNotes
}

const uploaded = z.object({
  uploadId: z.string(),
  mode: importMode,
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  key: z.string().optional(),
  sheet: z.string().optional(),
  check: z.string().optional(),
})

/**
 * The table of an import: out of the job's own rows, or read again from the file that was uploaded for it; undefined while
 * that is scanned for malware.
 */
export async function importTable({ job, context, lease }: JobRun): Promise<RequestedTable | undefined> {
  const fromUpload = uploaded.safeParse(job.request)
  if (!fromUpload.success) return { request: importRequest.parse(job.request), rows: await readJobList(job.id, 'rows') }
  const { uploadId, sheet, check, ...choice } = fromUpload.data
  const { record: upload } = await ownImport(context, uploadId)
  const key = arrivingKey(uploadId)
  if (await isScanning(key, upload.name)) return undefined
  await verifyContent(upload, key)
  const { notes, ...table } =
    upload.type === workbookType
      ? await (await import('./workbookTable.ts')).workbookTable(key, temporaryFile(job.id, lease.fence), sheet)
      : { ...readTable(await textOf(key, upload.name)), notes: undefined }
  return { request: { ...requestOf(entityOf(job.resource), table, choice), check }, rows: table.rows, notes }
}

/** The text of a file; throws the problem of one that is in an encoding of another age. */
async function textOf(key: string, name: string): Promise<string> {
  const content = await (await getFile(key, env.bucket))?.arrayBuffer()
  if (!content) throw problem('UPLOAD_ABSENT')
  const text = textOfBytes(new Uint8Array(content))
  if (text === undefined) throw problem('UPLOAD_TYPE', { name })
  return text
}
