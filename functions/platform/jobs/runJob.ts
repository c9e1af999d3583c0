import * as z from 'zod'
import { log } from '#functions/platform/aws/log.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { problemOf } from '#functions/platform/http/failure.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import { type Lease, releaseLease } from '#functions/platform/store/lease.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Job } from '#shared/entities/job.ts'
import { User } from '#shared/entities/user.ts'
import { nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'
import { reasonOf } from './consumers.ts'
import { countFailure, readControl, takeJob } from './control.ts'
import { jobErrorOf } from './jobError.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'

const seenRecords = z.array(z.object({ id: z.string(), version: z.int() })).default([])

/** Errors that the record of a job names; the others are counted. */
const mostErrors = 100

/** What runs each kind of job. */
export type Runners = Readonly<Record<Job['kind'], (run: JobRun) => Promise<JobOutcome>>>

/** Runs one job unless it has ended or another worker has it; whether it ran. */
export async function runJob(runners: Runners, id: string, until: number): Promise<boolean> {
  const job = (await getRecord(Job, id, { consistent: true }))?.record
  if (job?.isActive !== true) return false
  const lease = await takeJob(id)
  if (!lease) return false
  try {
    const actor = await makerOf(job)
    const { seen, ...request } = job.request ?? {}
    const source = job.kind === 'import' ? 'import' : 'bulk'
    const context = contextFor(actor, source, new Date().toISOString(), id, seenRecords.parse(seen))
    const run = { job: { ...job, request }, lease, context, until }
    const { status, waitUntil, result, total, errors = [], cleanUp } = await runners[job.kind](run)
    if (status !== 'unfinished')
      await finish(id, status, {
        ...(result && { result }),
        ...(total !== undefined && { total }),
        ...(errors.length > 0 && { errors: errors.slice(0, mostErrors), failed: errors.length }),
      })
    else if (waitUntil !== undefined) await letWait(id, waitUntil)
    await cleanUp?.()
    return true
  } catch (error) {
    log({ at: new Date().toISOString(), job: id, failed: true, error: reasonOf(error) })
    if (isPermanent(error))
      await finish(id, 'failed', error instanceof Problem ? { errors: [jobErrorOf(error, { id })] } : {})
    else await tryLater(lease, id, error)
    return true
  } finally {
    await releaseLease(lease)
  }
}

/**
 * A fault of the store passes: the job stays active, and a later run continues where this one stopped. Runs that fail at one
 * place pause longer and longer, and the last one ends the job, so that one record does not keep it busy for ever.
 */
async function tryLater(lease: Lease, id: string, error: unknown): Promise<void> {
  const failures = await countFailure(lease, id)
  if (failures === 1) return
  const dueAt = nextAttemptAt(failures - 1, new Date().toISOString(), Math.random())
  if (dueAt !== undefined) return letWait(id, dueAt)
  await finish(id, 'failed', { errors: [jobErrorOf(problemOf(error), { id })] })
}

const isPermanent = (error: unknown): boolean =>
  error instanceof Problem
    ? error.status !== 503
    : error instanceof Error && ['ZodError', 'TypeError', 'RangeError'].includes(error.name)

/** Has a job looked at again at an instant; until then no sweep takes it up. */
async function letWait(id: string, dueAt: string): Promise<void> {
  const stored = await getRecord(Job, id, { consistent: true })
  if (stored?.record.isActive !== true) return
  const context = contextFor(product, 'event', new Date().toISOString(), id)
  const change = await planned(context, Job, stored, { dueAt }, 'wait')
  if (change) await saveFirst(context, [change])
}

async function finish(id: string, status: Job['status'] & string, facts: RecordValues): Promise<void> {
  const stored = await getRecord(Job, id, { consistent: true })
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
      dueAt: null,
      finishedAt: context.origin.at,
      done: control?.pointer ?? 0,
      total: control?.total ?? stored.record.total,
      failed: control?.failed ?? 0,
      ...facts,
    },
    status,
  )
  if (change) await save(context, [change])
}

/** The person who asked for the job, with the rights that person has now. */
async function makerOf({ createdBy = '' }: Job): Promise<Actor> {
  const user = (await getRecord(User, createdBy))?.record
  if (!user?.isActive || user.deletedAt !== undefined) return { userId: createdBy, name: '', roles: [], siteIds: [] }
  return { userId: user.id, name: user.name, roles: user.roles, siteIds: user.siteIds }
}
