import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { type Cells, saveJobList } from '#functions/platform/store/items/jobItems.ts'
import { type ImportBody, importList } from '#shared/api/transfer.ts'
import { type Actor, may } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { sha256Hex } from '#shared/values/hash.ts'
import { filledRows } from '#shared/values/table/foreignTable.ts'
import { startJob } from '../startJob.ts'
import { checkChecked } from './checkChecked.ts'
import { requestOf } from './importRequest.ts'
import { readTable } from './readTable.ts'
import { keptRow, rowBytes } from './rowSize.ts'
import { startUploadedImport } from './uploadedImport.ts'

/** Bytes of rows in one item; an item holds 400 KB, a limit of DynamoDB. */
const itemBytes = 250_000

/** Starts the job that creates or changes records by the rows of a file, or with `dryRun` says what it would do. */
export const importListOperation = (entity: Entity): Operation =>
  operation(importList, async (request, { file = '', uploadId, sheet, check, ...choice }) => {
    const { mode, dryRun } = choice
    checkMode(request.actor, entity, mode)
    if (uploadId !== undefined) return startUploadedImport(entity, request, uploadId, { ...choice, sheet, check })
    const table = readTable(file)
    const total = filledRows(table.rows)
    const asked = { ...requestOf(entity, table, choice), fingerprint: await sha256Hex(JSON.stringify(table.rows)) }
    await checkChecked(request.context, entity, check, asked)
    const job = await startJob(
      request,
      {
        kind: dryRun ? 'import-check' : 'import',
        resource: entity.resource,
        request: { ...asked, ...(check !== undefined && { check }) },
        total,
      },
      { prepare: (id) => saveRows(id, table.rows.map(keptRow)) },
    )
    return { status: 202, body: { job, rows: total, ignored: [...asked.ignored] } }
  })

function checkMode(actor: Actor, entity: Entity, mode: ImportBody['mode']): void {
  const mayInsert = may(actor, entity, 'create')
  const mayUpdate = may(actor, entity, 'update') && !entity.isAppendOnly
  if ((mode !== 'update' && !mayInsert) || (mode !== 'insert' && !mayUpdate)) throw problem('ROLE')
}

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
