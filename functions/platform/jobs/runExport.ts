import { createHash } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { askRows } from '#functions/platform/projection/ask.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { selectedBy } from '#functions/platform/records/matching.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { cellOf, columnOf } from '#shared/api/cell.ts'
import { type ExportBody, exportBody, exportRows, temporaryFiles } from '#shared/api/transfer.ts'
import { may, visible } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { csvHeader, csvLine } from '#shared/values/csv.ts'
import { saveProgress } from './control.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'
import { exportColumns } from './startExport.ts'

/** How often progress is saved, in milliseconds. */
const saveEveryMs = 500

/** Records read by id, and rows of the list, at a time. */
const batchSize = 200
const pageSize = 1000

/**
 * Writes the records of a list as a CSV file, as the person who asked may see them. A run that was interrupted begins
 * again: the file appears whole or not at all.
 */
export async function runListExport({ job, lease, context, until }: JobRun): Promise<JobOutcome> {
  const entity = entityOf(job.resource)
  const request = exportBody.parse(job.request)
  if (!may(context.actor, entity, 'read')) throw problem('ROLE')
  const names = exportColumns(entity, request.columns, context.actor)
  const columns = names.map((name) => columnOf(name, fieldOf(entity, name)))
  const parts = [Buffer.from(csvHeader(columns))]
  let rows = 0
  let savedAt = Date.now()
  for await (const page of pagesOf(entity, request, context)) {
    parts.push(Buffer.from(page.map((row) => csvLine(columns, cellsOf(row, names))).join('')))
    rows += page.length
    if (rows > exportRows) throw problem('EXPORT_TOO_LONG', { limit: exportRows })
    if (Date.now() - savedAt < saveEveryMs) continue
    const control = await saveProgress(lease, { pointer: rows })
    savedAt = Date.now()
    if (control?.isCancelled) return { status: 'cancelled' }
    if (!control || savedAt > until) return { status: 'unfinished' }
  }
  const control = await saveProgress(lease, { pointer: rows })
  if (!control) return { status: 'unfinished' }
  if (control.isCancelled) return { status: 'cancelled' }
  const file = Buffer.concat(parts)
  // The fence is part of the name: a slow worker cannot write over the file of the one that took the job from it.
  const key = `${temporaryFiles.lists}${job.id}-${lease.fence}.csv`
  await putFile(key, { body: file, type: 'text/csv; charset=utf-8', bucket: env.bucket })
  const name = `${entity.resource}-${context.origin.at.slice(0, 10)}.csv`
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { status: 'done', total: rows, result: { key, name, format: 'csv', sha256, rows, bytes: file.length } }
}

const cellsOf = (row: Row | AnyRecord, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, cellOf(Object.hasOwn(row, name) ? row[name] : undefined)]))

async function* pagesOf(
  entity: Entity,
  { columns = [], ...selection }: ExportBody,
  context: Context,
): AsyncGenerator<readonly (Row | AnyRecord)[]> {
  if (selection.ids) {
    const ids = [...new Set(selection.ids)]
    for (let index = 0; index < ids.length; index += batchSize)
      yield await manyRecords(context, entity, ids.slice(index, index + batchSize))
    return
  }
  // Rows of the list have its own columns only; other fields are read from the records.
  const areRowsEnough = columns.every((name) => name === 'id' || entity.columns.includes(name))
  const selected = selectedBy(entity, selection, context.actor)
  for await (const rows of askRows(entity, selected, context, pageSize))
    yield areRowsEnough
      ? rows.map((row) => visible(context.actor, entity, row))
      : await manyRecords(
          context,
          entity,
          rows.map(({ id }) => id),
        )
}
