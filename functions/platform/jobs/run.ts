import { log } from '#functions/platform/aws/log.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Job } from '#shared/entities/job.ts'
import { User } from '#shared/entities/user.ts'
import { leaveJob, readControl, takeJob } from './control.ts'
import type { JobOutcome, JobRun } from './lock.ts'
import { readErrors } from './notes.ts'

/** What carries on each kind of job. */
export type Runners = Readonly<Record<Job['kind'], (held: JobRun) => Promise<JobOutcome>>>

/** Carries one job on if nobody else does; whether anything was done. */
export async function runJob(runners: Runners, id: string, until: number): Promise<boolean> {
  const stored = await getRecord(id, { consistent: true })
  const job = stored && recordAs(Job, stored.record)
  if (job?.isActive !== true) return false
  const fence = await takeJob(id)
  if (fence === undefined) return false
  try {
    const actor = await makerOf(job)
    const context = contextFor(actor, job.kind === 'import' ? 'import' : 'bulk', new Date().toISOString(), id)
    const { status, result, total, afterwards } = await runners[job.kind]({ job, fence, context, until })
    if (status !== 'left')
      await finish(id, status, { ...(result && { result }), ...(total !== undefined && { total }) })
    await afterwards?.()
    return true
  } catch (error) {
    // A fault of the store passes: the job stays active and the next run goes on where this one stopped.
    log({ at: new Date().toISOString(), job: id, failed: true, error: error instanceof Error ? error.name : 'unknown' })
    if (isLasting(error))
      await finish(id, 'failed', error instanceof Problem ? { errors: [{ id, message: error.message }] } : {})
    return true
  } finally {
    await leaveJob(id, fence)
  }
}

const isLasting = (error: unknown): boolean =>
  error instanceof Error && ['Problem', 'ZodError', 'TypeError', 'RangeError'].includes(error.name)

async function finish(
  id: string,
  status: 'done' | 'cancelled' | 'failed',
  facts: Record<string, unknown>,
): Promise<void> {
  const stored = await getRecord(id, { consistent: true })
  if (stored?.record.isActive !== true) return
  const control = await readControl(id)
  const context = contextFor(product, 'event', new Date().toISOString(), id)
  const change = await planned(
    context,
    Job,
    stored,
    {
      status,
      isActive: null,
      finishedAt: context.origin.at,
      done: control?.pointer ?? 0,
      total: control?.total ?? stored.record.total,
      failed: control?.failed ?? 0,
      errors: control?.failed ? await readErrors(id, 100) : undefined,
      ...facts,
    },
    status,
  )
  if (change) await save(context, [change])
}

/** Whoever asked for the job, with the rights that person has now. */
async function makerOf(job: Job): Promise<Actor> {
  const stored = await getRecord(job.createdBy ?? '')
  const user = stored && recordAs(User, stored.record)
  if (!user?.isActive || user.deletedAt !== undefined)
    return { userId: job.createdBy ?? '', name: '', roles: [], siteIds: [] }
  return { userId: user.id, name: user.name, roles: user.roles, siteIds: user.siteIds }
}
