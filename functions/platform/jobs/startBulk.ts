import * as z from 'zod'
import type { Operation, Request } from '#functions/platform/http/operation.ts'
import { checkFilter, previewOf } from '#functions/platform/records/matching.ts'
import { may } from '#shared/declaration/access.ts'
import { bodyOf, bulkStepsOf, changeOf, type Entity } from '#shared/declaration/entity.ts'
import { conflict, fieldErrors, forbidden, invalid, malformed } from '#shared/declaration/problem.ts'
import { startJob } from './start.ts'

/** Body of a bulk request: which records, and either changes or an action with its body. */
export const bulkBody = z.strictObject({
  ids: z.array(z.string().max(60)).min(1).max(5_000).optional(),
  filter: z.record(z.string().max(60), z.unknown()).optional(),
  changes: z.record(z.string().max(60), z.unknown()).optional(),
  action: z.string().max(40).optional(),
  body: z.record(z.string().max(60), z.unknown()).optional(),
  dryRun: z.boolean().optional(),
  expectedCount: z.int().min(0).optional(),
})

export type BulkBody = z.infer<typeof bulkBody>

/** Starts one change over many records as a job, or with `dryRun` says how many and shows the first. */
export function bulkOperation(entity: Entity): Operation {
  return async (request) => {
    const parsed = bulkBody.safeParse(request.body)
    if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
    const bulk = parsed.data
    checkBulk(entity, request, bulk)
    const preview = await previewOf(entity, bulk, request.context)
    if (bulk.dryRun) return { body: preview }
    if (bulk.expectedCount !== undefined && preview.isExact && preview.matched !== bulk.expectedCount)
      throw conflict(
        'COUNT_CHANGED',
        `${preview.matched} records match now, not ${bulk.expectedCount}. Nothing was changed; look again.`,
      )
    const { dryRun: _dryRun, expectedCount: _expected, ...job } = bulk
    const id = await startJob(request, {
      kind: 'bulk',
      resource: entity.resource,
      request: job,
      total: preview.matched,
    })
    return { status: 202, body: { job: id, matched: preview.matched } }
  }
}

function checkBulk(entity: Entity, request: Request, bulk: BulkBody): void {
  if ((bulk.ids === undefined) === (bulk.filter === undefined)) throw malformed('Give either ids or a filter.')
  checkFilter(bulk.filter)
  if ((bulk.changes === undefined) === (bulk.action === undefined)) throw malformed('Give either changes or an action.')
  if (bulk.changes) {
    if (!may(request.actor, entity, 'update')) throw forbidden('ROLE', 'Your role does not include this.')
    const parsed = changeOf(entity).safeParse(bulk.changes)
    if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
    if (Object.keys(bulk.changes).length === 0) throw invalid({ changes: 'Say what to change.' })
    return
  }
  const name = bulk.action ?? ''
  const action = bulkStepsOf(entity).includes(name) ? entity.actions[name] : undefined
  if (!action) throw malformed(`${entity.resource} have no step of that name that can be taken in bulk.`)
  if (!may(request.actor, entity, name)) throw forbidden('ROLE', 'Your role does not include this.')
  const parsed = bodyOf(action).safeParse(bulk.body ?? {})
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
}
