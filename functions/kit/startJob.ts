import { Job } from '#shared/entities/job.ts'
import { newId } from './change.ts'
import { save } from './save.ts'
import type { Work } from './work.ts'

/** Puts a job down for the jobs function, in the name of whoever asks; its event wakes the worker. Returns the job's id. */
export async function startJob(
  work: Work,
  asked: Required<Pick<Job, 'kind' | 'resource' | 'request'>> & { total?: number },
): Promise<string> {
  const id = newId(Job, work.doing.at)
  const facts = { createdAt: work.doing.at, createdBy: work.actor.userId }
  await save(work, [{ of: Job, after: { ...Job.initial, ...facts, ...asked, id, version: 0 }, action: 'create' }])
  return id
}
