import { presignedGet } from '#functions/platform/aws/files.ts'
import { idOf, type Operation, type Request } from '#functions/platform/http/operation.ts'
import { cancelControl, readControl } from '#functions/platform/jobs/control.ts'
import { readErrors, readShown } from '#functions/platform/jobs/notes.ts'
import { load } from '#functions/platform/records/load.ts'
import { passing } from '#shared/api/transfer.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { conflict } from '#shared/declaration/problem.ts'
import { Job } from '#shared/entities/job.ts'

/** Errors shown with a job; the rest are counted. */
const mostErrors = 500

/** A job as it stands this second, with what could not be changed. */
export const readJob: Operation = async (request) => {
  const job = await ownJob(request)
  const control = await readControl(job.id)
  const isRunning = job.isActive === true && control !== undefined
  return {
    headers: { etag: `"${job.version}"` },
    body: {
      ...job,
      status: isRunning ? 'running' : job.status,
      done: control?.pointer ?? job.done,
      total: control?.total ?? job.total,
      failed: control?.failed ?? job.failed,
      errors: control?.failed ? await readErrors(job.id, mostErrors) : (job.errors ?? []),
      ...(job.result && { result: { ...(await withAddress(job)), ...(await differencesOf(job)) } }),
    },
  }
}

/** What the rows of a checked file would change. */
const differencesOf = async ({ kind, id }: Job) => kind === 'import-check' && { differences: await readShown(id) }

/**
 * A result that is a file gets a fresh address at every reading, for an address dies within minutes; one that was made
 * to be fetched soon says that it is gone.
 */
async function withAddress({ result = {}, finishedAt }: Job): Promise<Record<string, unknown>> {
  const { key, name } = result
  if (typeof key !== 'string') return result
  const isPassing = [passing.lists, passing.imports].some((folder) => key.startsWith(folder))
  const isGone = isPassing && Date.parse(finishedAt ?? '') + passing.days * 86_400_000 < Date.now()
  return isGone ? { ...result, isGone } : { ...result, url: await presignedGet(key, String(name ?? 'export')) }
}

/** Stops a job after the records it is at; what is done stays done. */
export const cancelJob: Operation = async (request) => {
  const job = await ownJob(request)
  if (job.isActive !== true) throw conflict('JOB_FINISHED', 'This job has already ended.')
  await cancelControl(job.id)
  return { body: job }
}

async function ownJob(request: Request): Promise<Job> {
  const { record } = await load(request.context, Job, idOf(request))
  return recordAs(Job, record)
}
