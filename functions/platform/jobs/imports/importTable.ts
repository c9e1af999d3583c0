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
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import { workbookType } from '#shared/values/contentType.ts'
import { temporaryFile } from '../files/temporaryFile.ts'
import type { JobRun } from '../jobRun.ts'
import { type ImportRequest, importRequest } from './importFile.ts'
import { readTable } from './startImport.ts'
import { ownImport } from './uploadedImport.ts'

/** The rows of an import, and what its columns mean. */
interface RequestedTable {
  readonly request: ImportRequest
  readonly rows: readonly Cells[]
}

const uploaded = z.object({
  uploadId: z.string(),
  mode: importMode,
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  key: z.string().optional(),
})

/**
 * The table of an import: out of the job's own rows, or read again from the file that was uploaded for it; undefined while
 * that is scanned for malware.
 */
export async function importTable({ job, context, lease }: JobRun): Promise<RequestedTable | undefined> {
  const fromUpload = uploaded.safeParse(job.request)
  if (!fromUpload.success) return { request: importRequest.parse(job.request), rows: await readJobList(job.id, 'rows') }
  const { uploadId, ...choice } = fromUpload.data
  const { record: upload } = await ownImport(context, uploadId)
  const key = arrivingKey(uploadId)
  if (await isScanning(key, upload.name)) return undefined
  await verifyContent(upload, key)
  const isWorkbook = upload.type === workbookType
  const [header, ...rows] = isWorkbook
    ? await (await import('./workbookTable.ts')).workbookTable(key, temporaryFile(job.id, lease.fence))
    : readTable(await textOf(key, upload.name))
  const { names, key: keyFields, ignored } = importColumns(entityOf(job.resource), header, choice)
  const columns = { names: [...names], ignored: [...ignored], ...(keyFields && { key: [...keyFields] }) }
  return { request: { mode: choice.mode, header, ...columns, isWorkbook }, rows }
}

/** The text of a file in UTF-8; throws the problem of any other encoding. */
async function textOf(key: string, name: string): Promise<string> {
  const content = await (await getFile(key, env.bucket))?.arrayBuffer()
  if (!content) throw problem('UPLOAD_ABSENT')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw problem('UPLOAD_TYPE', { name })
  }
}
