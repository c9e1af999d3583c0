import { idOf, operation } from '#functions/platform/http/operation.ts'
import { readControl } from '#functions/platform/jobs/control.ts'
import { startJob } from '#functions/platform/jobs/startJob.ts'
import { planned } from '#functions/platform/records/change.ts'
import { load } from '#functions/platform/records/load.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import * as contracts from '#shared/api/jobs.ts'
import { type Actor, holdsAny, may } from '#shared/declaration/access.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Job } from '#shared/entities/job.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { undoRefusal } from '#shared/rules/jobs/undoing.ts'

/** Starts the job that takes back what another one changed; once for each, until it has left something. */
export const undoJob = operation(contracts.undoJob, async (request) => {
  const { context, actor } = request
  const start = async () => {
    const { record: first } = await load(context, Job, idOf(request), { consistent: true })
    const { resource } = first
    const total = await changedBy(first)
    return startJob(request, { kind: 'undo', resource, request: { jobId: first.id }, total }, { changesFor })
  }
  // Read again in there, for a request that is repeated after its answer was lost never gets there.
  const changesFor = async (id: string): Promise<Change[]> => {
    const stored = await load(context, Job, idOf(request), { consistent: true })
    const refusal = await whyNotUndone(actor, stored.record)
    if (refusal) throw new Problem(refusal)
    // The other job is written with this one, so that nobody finds it before.
    const references = new Map([[id, Promise.resolve({ record: { ...stored.record, id }, hash: '' })]])
    const change = await planned({ ...context, references }, Job, stored, { undoneBy: id }, 'undo')
    return change ? [change] : []
  }
  return { status: 202, body: { job: await retryOnConflict(start, { busy: refuse('STORE_BUSY') }) } }
})

/** Whether a job can be undone by this actor, and by which job that was tried last. */
export async function undoState(actor: Actor, job: Job) {
  const refusal = await whyNotUndone(actor, job)
  return {
    ...(job.undoneBy !== undefined && { job: job.undoneBy }),
    ...(refusal && { refusal: { rule: refusal.rule, parameters: refusal.parameters } }),
  }
}

async function whyNotUndone(actor: Actor, job: Job): Promise<Refusal | undefined> {
  const undo = job.undoneBy ? (await getRecord(Job, job.undoneBy, { consistent: true }))?.record : undefined
  const refusal = undoRefusal({ job, changed: await changedBy(job), undo })
  // Somebody who only looks on, such as an auditor, and somebody who may change these records no more.
  const isOwn = job.createdBy === actor.userId || holdsAny(actor, ['admin'])
  return refusal ?? (isOwn && may(actor, entityOf(job.resource), 'update') ? undefined : refuse('ROLE'))
}

const changedBy = async ({ id }: Job): Promise<number> => (await readControl(id))?.counts.undoable ?? 0
