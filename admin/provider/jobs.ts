import { isOver } from '#shared/declaration/lifecycle.ts'
import { Job } from '#shared/entities/job.ts'
import type { JobState, RedressProvider } from './contract.ts'

/** Whether a job will change no more. */
export const isEnded = (job: Pick<JobState, 'status'>): boolean =>
  Job.lifecycle !== undefined && isOver(Job.lifecycle, job)

/** Reads a job until it ends and reports each state; the pause grows from 250 ms to 2 s. Aborting stops only the reading. */
export async function watchJob(
  provider: Pick<RedressProvider, 'job'>,
  id: string,
  report: (job: JobState) => void = () => {},
  signal?: AbortSignal,
): Promise<JobState> {
  for (let pause = 250; ; pause = Math.min(pause * 1.4, 2000)) {
    const job = await provider.job(id, signal)
    report(job)
    if (isEnded(job)) return job
    await new Promise<void>((resolve) => setTimeout(resolve, pause))
    signal?.throwIfAborted()
  }
}

/** Part of a bulk change failed; the rest is saved. */
export class BulkError extends Error {
  readonly errors: readonly { readonly id: string; readonly message: string }[]
  constructor(errors: BulkError['errors']) {
    super(errors[0]?.message)
    this.name = 'BulkError'
    this.errors = errors
  }
}
