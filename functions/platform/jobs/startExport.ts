import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { checkFilter, previewOf } from '#functions/platform/records/matching.ts'
import { exportBody, exportRows } from '#shared/api/transfer.ts'
import { type Actor, hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { invalid, malformed } from '#shared/declaration/problem.ts'
import { startJob } from './start.ts'

/** Starts the job that writes the records of a list as a file; without ids or a filter, all the actor may see. */
export const exportListOperation = (entity: Entity): Operation =>
  operation(exportBody, async (request, body) => {
    if (body.ids && body.filter) throw malformed('Give either ids or a filter.')
    checkFilter(body.filter)
    exportColumns(entity, body.columns, request.actor)
    const { matched, isExact } = await previewOf(entity, body, request.context)
    if (isExact && matched > exportRows)
      throw invalid({ filter: `finds ${matched} records; an export holds ${exportRows} at the most` })
    const job = await startJob(request, { kind: 'export', resource: entity.resource, request: body, total: matched })
    return { status: 202, body: { job, matched, isExact } }
  })

/** The columns of an export; throws 422 for one that does not exist or that the actor may not see. */
export function exportColumns(entity: Entity, asked: readonly string[] | undefined, actor: Actor): readonly string[] {
  const hidden = hiddenFields(actor, entity)
  if (!asked) return ['id', ...entity.columns.filter((name) => !hidden.includes(name))]
  const isThere = (name: string) =>
    name === 'id' || name === 'version' || (fieldOf(entity, name) !== undefined && !hidden.includes(name))
  const unknown = asked.find((name) => !isThere(name))
  if (unknown !== undefined)
    throw invalid({ columns: `"${unknown.slice(0, 60)}" is not a field of ${entity.resource}` })
  return [...new Set(asked)]
}
