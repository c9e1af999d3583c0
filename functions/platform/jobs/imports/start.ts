import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { type ImportBody, importBody, importLimits } from '#shared/api/transfer.ts'
import { type Actor, may } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { forbidden, invalid } from '#shared/declaration/problem.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import { CsvError, readForeign } from '#shared/values/csv.ts'
import { type Cells, keepRows } from '../rows.ts'
import { startJob } from '../start.ts'

/** Starts the job that makes or changes records by the rows of a file, or with `dryRun` says what it would do. */
export const importListOperation = (entity: Entity): Operation =>
  operation(importBody, async (request, body) => {
    checkMode(request.actor, entity, body.mode)
    const [header, ...rows] = readTable(body.file)
    const columns = importColumns(entity, header, body)
    const { mode, dryRun = false } = body
    const kind = dryRun ? 'import-check' : 'import'
    const asked = { mode, header, ...columns }
    const job = await startJob(request, { kind, resource: entity.resource, request: asked, total: rows.length }, (id) =>
      keepRows(id, rows),
    )
    return { status: 202, body: { job, rows: rows.length, ignored: columns.ignored } }
  })

function checkMode(actor: Actor, entity: Entity, mode: ImportBody['mode']): void {
  const mayInsert = may(actor, entity, 'create')
  const mayUpdate = may(actor, entity, 'update') && !entity.isAppendOnly
  if ((mode !== 'update' && !mayInsert) || (mode !== 'insert' && !mayUpdate))
    throw forbidden('ROLE', 'Your role does not include this.')
}

function readTable(file: string): [header: string[], ...rows: Cells[]] {
  const [header, ...rows] = parsed(file)
  if (header.length > importLimits.columns) throw invalid({ file: `has more than ${importLimits.columns} columns` })
  if (rows.length === 0) throw invalid({ file: 'has no rows below the names of its columns' })
  if (rows.length > importLimits.rows) throw invalid({ file: `has more than ${importLimits.rows} rows; split it` })
  return [header, ...rows]
}

function parsed(file: string): ReturnType<typeof readForeign> {
  try {
    return readForeign(file)
  } catch (error) {
    if (error instanceof CsvError) throw invalid({ file: error.message })
    throw error
  }
}
