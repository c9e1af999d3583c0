import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { type Cells, saveJobList } from '#functions/platform/store/items/jobItems.ts'
import { type ImportBody, importLimits, importList } from '#shared/api/transfer.ts'
import { type Actor, may } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import { CsvError, readForeign } from '#shared/values/csv.ts'
import { startJob } from '../startJob.ts'
import { keptRow, rowBytes } from './rowSize.ts'
import { startUploadedImport } from './uploadedImport.ts'

/** Bytes of rows in one item; an item holds 400 KB, a limit of DynamoDB. */
const itemBytes = 250_000

/** Starts the job that creates or changes records by the rows of a file, or with `dryRun` says what it would do. */
export const importListOperation = (entity: Entity): Operation =>
  operation(importList, async (request, { file = '', uploadId, ...choice }) => {
    const { mode, dryRun } = choice
    checkMode(request.actor, entity, mode)
    if (uploadId !== undefined) return startUploadedImport(entity, request, uploadId, choice)
    const [header, ...rows] = readTable(file)
    const columns = importColumns(entity, header, choice)
    const job = await startJob(
      request,
      {
        kind: dryRun ? 'import-check' : 'import',
        resource: entity.resource,
        request: { mode, header, ...columns },
        total: rows.length,
      },
      { prepare: (id) => saveRows(id, rows.map(keptRow)) },
    )
    return { status: 202, body: { job, rows: rows.length, ignored: [...columns.ignored] } }
  })

function checkMode(actor: Actor, entity: Entity, mode: ImportBody['mode']): void {
  const mayInsert = may(actor, entity, 'create')
  const mayUpdate = may(actor, entity, 'update') && !entity.isAppendOnly
  if ((mode !== 'update' && !mayInsert) || (mode !== 'insert' && !mayUpdate)) throw problem('ROLE')
}

/** The table of a file; throws the 422 of one that is too large, empty or broken. */
export function readTable(file: string): [header: string[], ...rows: Cells[]] {
  const [header, ...rows] = parsed(file)
  const { columns, rows: limit } = importLimits
  if (header.length > columns) throw wrongFile(refuse('FILE_WIDE', { limit: columns }))
  if (rows.length === 0) throw wrongFile(refuse('FILE_EMPTY'))
  if (rows.length > limit) throw wrongFile(refuse('FILE_LONG', { limit }))
  return [header, ...rows]
}

function parsed(file: string): ReturnType<typeof readForeign> {
  try {
    return readForeign(file)
  } catch (error) {
    if (error instanceof CsvError) throw wrongFile(refuse('FILE_BROKEN', { line: error.line ?? 1 }))
    throw error
  }
}

const wrongFile = (file: Refusal) => invalid({ file })

/** Saves the rows of a file for a job to come, in as many items as they need. */
async function saveRows(jobId: string, rows: readonly Cells[]): Promise<void> {
  let start = 0
  let bytes = 0
  for (const [index, row] of rows.entries()) {
    const size = rowBytes(row)
    if (index > start && bytes + size > itemBytes) {
      await saveJobList(jobId, 'rows', start, rows.slice(start, index))
      start = index
      bytes = 0
    }
    bytes += size
  }
  await saveJobList(jobId, 'rows', start, rows.slice(start))
}
