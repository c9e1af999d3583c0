import type { Actor } from '#shared/access.ts'
import { Job } from '#shared/entities/job.ts'
import { User } from '#shared/entities/user.ts'
import { recordAs } from '#shared/entity.ts'
import { Problem } from '#shared/problem.ts'
import { planned } from '../kit/change.ts'
import { leaveJob, readControl, takeJob } from '../kit/jobControl.ts'
import { readErrors } from '../kit/jobNotes.ts'
import { log } from '../kit/log.ts'
import { save } from '../kit/save.ts'
import { getRecord } from '../kit/store/read.ts'
import { product, workOf } from '../kit/work.ts'
import { runBatchExport } from './batchExport.ts'
import { runBulk } from './bulk.ts'
import type { Ending, Held } from './held.ts'
import { runImport } from './importRows.ts'
import { runListExport } from './listExport.ts'

/** What carries on each kind of job. */
const runners: Readonly<Record<Job['kind'], (held: Held) => Promise<Ending>>> = {
  bulk: runBulk,
  import: runImport,
  'import-check': runImport,
  export: runListExport,
  'batch-export': async ({ job, work }) => ({ status: 'done', result: { ...(await runBatchExport(job, work)) } }),
}

/** Carries one job on if nobody else does; whether anything was done. */
export async function runJob(id: string, until: number): Promise<boolean> {
  const stored = await getRecord(id, { consistent: true })
  const job = stored && recordAs(Job, stored.record)
  if (job?.isActive !== true) return false
  const fence = await takeJob(id)
  if (fence === undefined) return false
  try {
    const actor = await makerOf(job)
    const work = workOf(actor, job.kind === 'import' ? 'import' : 'bulk', new Date().toISOString(), id)
    const { status, result, total, afterwards } = await runners[job.kind]({ job, fence, work, until })
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
  const work = workOf(product, 'event', new Date().toISOString(), id)
  const change = await planned(
    work,
    Job,
    stored,
    {
      status,
      isActive: null,
      finishedAt: work.doing.at,
      done: control?.pointer ?? 0,
      total: control?.total ?? stored.record.total,
      failed: control?.failed ?? 0,
      errors: control?.failed ? await readErrors(id, 100) : undefined,
      ...facts,
    },
    status,
  )
  if (change) await save(work, [change])
}

/** Whoever asked for the job, with the rights that person has now. */
async function makerOf(job: Job): Promise<Actor> {
  const stored = await getRecord(job.createdBy ?? '')
  const user = stored && recordAs(User, stored.record)
  if (!user?.isActive || user.deletedAt !== undefined)
    return { userId: job.createdBy ?? '', name: '', roles: [], siteIds: [] }
  return { userId: user.id, name: user.name, roles: user.roles, siteIds: user.siteIds }
}
