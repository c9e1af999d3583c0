import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { previewOf } from '#functions/platform/records/matching.ts'
import { exportList, mostRows, paperLimits } from '#shared/api/transfer.ts'
import { type Actor, hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
import { startJob } from './startJob.ts'

/** Starts the job that writes the records of a list as a file; without ids or a filter, all that the actor may see. */
export const exportListOperation = (entity: Entity): Operation =>
  operation(exportList, async (request, body) => {
    if (body.ids && body.filter) throw problem('IDS_OR_FILTER')
    const columns = exportColumns(entity, body.columns, request.actor)
    const { columns: limit } = paperLimits
    if (body.format === 'pdf' && columns.length > limit) throw invalid({ columns: refuse('PAPER_WIDE', { limit }) })
    // Ids are counted and not looked up, for here nothing of the records is shown.
    const matched = body.ids ? new Set(body.ids).size : (await previewOf(entity, body, request.context)).matched
    const rows = mostRows(body)
    if (matched > rows) throw invalid({ filter: refuse('EXPORT_TOO_LONG', { limit: rows }) })
    const job = await startJob(request, { kind: 'export', resource: entity.resource, request: body, total: matched })
    return { status: 202, body: { job, matched } }
  })

/** The columns of an export; throws the 422 of a name that is no field or that the actor may not see. */
export function exportColumns(entity: Entity, names: readonly string[] | undefined, actor: Actor): readonly string[] {
  const hidden = hiddenFields(actor, entity)
  if (!names) return ['id', ...entity.columns.filter((name) => !hidden.includes(name))]
  const isColumn = (name: string) =>
    name === 'id' || name === 'version' || (fieldOf(entity, name) !== undefined && !hidden.includes(name))
  const unknown = names.find((name) => !isColumn(name))
  if (unknown !== undefined) throw invalid({ columns: refuse('FIELD_UNKNOWN', { name: unknown.slice(0, 60) }) })
  return [...new Set(names)]
}
