import { createHash } from 'node:crypto'
import { putFile } from '#functions/platform/aws/files.ts'
import type { Context } from '#functions/platform/http/context.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { matching } from '#functions/platform/records/matching.ts'
import type { Row } from '#functions/platform/store/item.ts'
import { cellOf, columnOf } from '#shared/api/cell.ts'
import { type ExportBody, exportBody, exportRows, passing } from '#shared/api/transfer.ts'
import { may } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { conflict, forbidden } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { csvHeader, csvLine } from '#shared/values/csv.ts'
import { saveProgress } from './control.ts'
import type { JobOutcome, JobRun } from './lock.ts'
import { exportColumns } from './startExport.ts'

/** How often progress is saved, in milliseconds. */
const pace = 500

/** Ids of which records are read at a time. */
const idsAtOnce = 200

/**
 * Writes the records of a list as a CSV file, as the person who asked may see them. A run that was cut off begins again:
 * the file appears whole or not at all.
 */
export async function runListExport({ job, fence, context, until }: JobRun): Promise<JobOutcome> {
  const entity = entityOf(job.resource)
  const asked = exportBody.parse(job.request)
  if (!may(context.actor, entity, 'read')) throw forbidden('ROLE', 'Your role does not include this.')
  const columns = exportColumns(entity, asked.columns, context.actor).map((name) =>
    columnOf(name, fieldOf(entity, name)),
  )
  const parts = [Buffer.from(csvHeader(columns))]
  const hash = createHash('sha256').update(parts[0] ?? '')
  let rows = 0
  let savedAt = Date.now()
  for await (const page of pagesOf(entity, asked, context)) {
    const part = Buffer.from(page.map((row) => csvLine(columns, cellsOf(row, columns))).join(''))
    hash.update(part)
    parts.push(part)
    rows += page.length
    if (rows > exportRows) throw conflict('EXPORT_TOO_LONG', tooLong)
    if (Date.now() - savedAt < pace) continue
    const control = await saveProgress(job.id, fence, rows)
    savedAt = Date.now()
    if (control?.isCancelled) return { status: 'cancelled' }
    if (!control || savedAt > until) return { status: 'left' }
  }
  // The worker's number is part of the name: one that was overtaken cannot write over what the other one told of.
  const key = `${passing.lists}${job.id}-${fence}.csv`
  const file = Buffer.concat(parts)
  const control = await saveProgress(job.id, fence, rows)
  if (!control) return { status: 'left' }
  if (control.isCancelled) return { status: 'cancelled' }
  await putFile(key, file, 'text/csv; charset=utf-8')
  const name = `${entity.resource}-${context.origin.at.slice(0, 10)}.csv`
  return {
    status: 'done',
    total: rows,
    result: { key, name, format: 'csv', sha256: hash.digest('hex'), rows, bytes: file.length },
  }
}

const tooLong = `An export holds ${exportRows.toLocaleString('en')} rows at the most. Nothing was written; narrow the filter.`

const cellsOf = (row: Row | AnyRecord, columns: readonly { name: string }[]) =>
  Object.fromEntries(columns.map(({ name }) => [name, cellOf(Object.hasOwn(row, name) ? row[name] : undefined)]))

async function* pagesOf(
  entity: Entity,
  asked: ExportBody,
  context: Context,
): AsyncGenerator<readonly (Row | AnyRecord)[]> {
  const { actor } = context
  const isRow = (asked.columns ?? []).every((name) => name === 'id' || entity.columns.includes(name))
  if (asked.ids) yield* byIds(entity, [...new Set(asked.ids)], context)
  else
    for await (const rows of matching(entity, asked, actor))
      yield isRow
        ? rows
        : await wholeRecords(
            entity,
            rows.map(({ id }) => id),
            context,
          )
}

async function* byIds(entity: Entity, ids: readonly string[], context: Context) {
  for (let index = 0; index < ids.length; index += idsAtOnce)
    yield await wholeRecords(entity, ids.slice(index, index + idsAtOnce), context)
}

const wholeRecords = (entity: Entity, ids: readonly string[], context: Context) =>
  manyRecords(entity, { ids, conditions: [], offset: 0, limit: ids.length }, context)
