import { presignedGet } from '#functions/platform/aws/files.ts'
import { idOf, operation, type Request } from '#functions/platform/http/operation.ts'
import { cancelControl, differenceLimit, readControl } from '#functions/platform/jobs/control.ts'
import { load } from '#functions/platform/records/load.ts'
import { readJobList, readJobListFrom } from '#functions/platform/store/items/jobItems.ts'
import * as contracts from '#shared/api/jobs.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Job } from '#shared/entities/job.ts'
import { undoState } from './undoJob.ts'

/** A job as it stands this second, with the records and rows that it could not change. */
export const readJob = operation(contracts.readJob, async (request) => {
  const job = await ownJob(request)
  const control = await readControl(job.id)
  const isRunning = job.isActive === true && control !== undefined
  const place = Number(request.query.refusedAfter ?? -1)
  if (!Number.isInteger(place)) throw problem('CURSOR_FOREIGN')
  const refused = control?.failed ? await readJobListFrom(job.id, 'errors', place, contracts.refusedLimit) : undefined
  return {
    headers: { etag: `"${job.version}"` },
    body: {
      ...job,
      status: isRunning ? 'running' : (job.status ?? 'queued'),
      done: control?.pointer ?? job.done ?? 0,
      total: control?.total ?? job.total ?? 0,
      failed: Math.max(control?.failed ?? 0, job.failed ?? 0),
      errors: [...(place < 0 ? (job.errors ?? []) : []), ...(refused?.entries ?? [])],
      ...(refused?.next !== undefined && { refusedNext: refused.next }),
      ...(job.isActive !== true && { undo: await undoState(request.actor, job) }),
      ...(job.result && { result: { ...(await withAddress(job)), ...(await differencesOf(job)) } }),
    },
  }
})

/** What the rows of a checked file would change; the job's record, whose history stays, does not have them. */
const differencesOf = async ({ kind, id }: Job) =>
  kind === 'import-check' && { differences: await readJobList(id, 'differences', differenceLimit) }

/**
 * A result that is a file gets an address at every reading, for an address expires within minutes; a temporary file
 * that was removed by its age is said to be gone.
 */
async function withAddress({ result = {}, finishedAt }: Job): Promise<RecordValues> {
  const { key, name } = result
  if (typeof key !== 'string') return result
  const { lists, imports, days } = temporaryFiles
  const isTemporary = [lists, imports].some((folder) => key.startsWith(folder))
  // An erasure removes files that may tell of the patient before their time.
  const isOld = isTemporary && Date.parse(finishedAt ?? '') + days * 86_400_000 < Date.now()
  const isGone = result.isGone === true || isOld
  return isGone ? { ...result, isGone } : { ...result, url: await presignedGet(key, String(name ?? 'export')) }
}

/** Stops a job after the chunk that it is writing; what is done stays done. */
export const cancelJob = operation(contracts.cancelJob, async (request) => {
  const job = await ownJob(request)
  if (job.isActive !== true) throw problem('JOB_FINISHED')
  if (job.kind === 'erasure') throw problem('ERASURE_STANDS')
  await cancelControl(job.id)
  return { body: job }
})

const ownJob = async (request: Request): Promise<Job> => (await load(request.context, Job, idOf(request))).record
