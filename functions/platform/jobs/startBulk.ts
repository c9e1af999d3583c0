import { type Operation, operation } from '#functions/platform/http/operation.ts'
import { previewOf } from '#functions/platform/records/matching.ts'
import { type BulkBody, bulkChange } from '#shared/api/bulk.ts'
import { type Actor, may } from '#shared/declaration/access.ts'
import { bodyOf, bulkStepsOf, changeOf, type Entity } from '#shared/declaration/entity.ts'
import { checked } from '#shared/declaration/issues.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
import { previewBulk } from './previewBulk.ts'
import { startJob } from './startJob.ts'

/** Starts the job of one change over many records, or with `dryRun` says how many they are and shows the first. */
export const bulkOperation = (entity: Entity): Operation =>
  operation(bulkChange, async (request, body) => {
    checkBulk(request.actor, entity, body)
    const { dryRun, expectedCount: expected, ...job } = body
    if (dryRun) return { body: await previewBulk(entity, body, request.context) }
    const { matched: count } = await previewOf(entity, body, request.context)
    if (expected !== undefined && count !== expected) throw problem('COUNT_CHANGED', { count, expected })
    const id = await startJob(request, { kind: 'bulk', resource: entity.resource, request: job, total: count })
    return { status: 202, body: { job: id, matched: count } }
  })

function checkBulk(actor: Actor, entity: Entity, { ids, filter, changes, action, body }: BulkBody): void {
  if ((ids === undefined) === (filter === undefined)) throw problem('IDS_OR_FILTER')
  if ((changes === undefined) === (action === undefined)) throw problem('CHANGES_OR_ACTION')
  if (changes) {
    if (!may(actor, entity, 'update')) throw problem('ROLE')
    checked(changeOf(entity), changes)
    if (Object.keys(changes).length === 0) throw invalid({ changes: refuse('CHANGES_NONE') })
    return
  }
  const step = bulkStepsOf(entity).find((name) => name === action)
  const declared = step === undefined ? undefined : entity.actions[step]
  if (!step || !declared) throw problem('NO_BULK_STEP', { noun: entity.resource })
  if (!may(actor, entity, step)) throw problem('ROLE')
  checked(bodyOf(declared), body ?? {})
}
