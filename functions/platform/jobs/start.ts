import type { Request } from '#functions/platform/http/operation.ts'
import { newId } from '#functions/platform/records/change.ts'
import { once } from '#functions/platform/records/idempotency.ts'
import { save } from '#functions/platform/records/save.ts'
import { Job } from '#shared/entities/job.ts'

/** What a job is asked to do, and how many records it has if that is known. */
export type JobRequest = Required<Pick<Job, 'kind' | 'resource' | 'request'>> & { total?: number }

/**
 * Puts a job down for the jobs function, in the name of whoever asks and once per Idempotency-Key; its event wakes the
 * worker. `keep` stores what the job needs before anybody can begin it. Returns the job's id.
 */
export async function startJob(
  request: Request,
  asked: JobRequest,
  keep: (id: string) => Promise<unknown> = async () => {},
): Promise<string> {
  const { context } = request
  const { record } = await once(request, Job, async (claim) => {
    const id = newId(Job, context.origin.at)
    await keep(id)
    const facts = { createdAt: context.origin.at, createdBy: context.actor.userId }
    const after = { ...Job.initial, ...facts, ...asked, id, version: 0 }
    const [stored] = await save(context, [{ entity: Job, after, action: 'create' }], claim(id))
    if (!stored) throw new Error('Nothing was written')
    return stored
  })
  return record.id
}
