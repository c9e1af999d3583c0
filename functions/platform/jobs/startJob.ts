import type { Request } from '#functions/platform/http/operation.ts'
import { once } from '#functions/platform/records/idempotency.ts'
import { newId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { Job } from '#shared/entities/job.ts'

/** What a job is to do, and how many records it is about if that is known. */
export type JobRequest = Required<Pick<Job, 'kind' | 'resource' | 'request'>> & { readonly total?: number }

/** What is done for a job before a worker can begin it. */
interface JobStart {
  /** Saves what the job needs; what a stop leaves of it belongs to no job. */
  readonly prepare?: (id: string) => Promise<unknown>
  /** Changes of other records that are written with the job, or not at all. */
  readonly changesFor?: (id: string) => Promise<readonly Change[]>
}

/**
 * Creates a job for the jobs function in the actor's name, once per Idempotency-Key; its event wakes a worker. Returns the
 * job's id.
 */
export async function startJob(
  request: Request,
  job: JobRequest,
  { prepare, changesFor }: JobStart = {},
): Promise<string> {
  const { context } = request
  const { at: createdAt, actorId: createdBy } = context.origin
  // The records are found by a worker that may know less than the list its asker looked at.
  const { seen = [] } = context
  const asked = { ...job, request: { ...job.request, ...(seen.length > 0 && { seen }) } }
  const { record } = await once(request, Job, async (claim) => {
    const id = newId(Job, createdAt)
    await prepare?.(id)
    const others = (await changesFor?.(id)) ?? []
    const after = { ...Job.initial, createdAt, createdBy, dueAt: createdAt, ...asked, id, version: 0 }
    const [stored] = await save(context, [{ entity: Job, after, action: 'create' }, ...others], claim(id))
    if (!stored) throw new Error('Nothing was written')
    return stored
  })
  return record.id
}
