import type { JobState, RedressProvider } from './contract.ts'

const ended = new Set(['done', 'cancelled', 'failed'])

/** Whether a job will change no more. */
export const isEnded = (job: Pick<JobState, 'status'>): boolean => ended.has(job.status)

/** Watches a job until it ends, telling each state; the pause grows from 250 ms to 2 s. Aborting stops the watching only. */
export async function watchJob(
  provider: Pick<RedressProvider, 'job'>,
  id: string,
  told: (job: JobState) => void = () => {},
  signal?: AbortSignal,
): Promise<JobState> {
  for (let pause = 250; ; pause = Math.min(pause * 1.4, 2000)) {
    const job = await provider.job(id, signal)
    told(job)
    if (isEnded(job)) return job
    await new Promise<void>((resolve) => setTimeout(resolve, pause))
    signal?.throwIfAborted()
  }
}

/** Raised when part of a bulk change failed; the rest is saved. */
export class BulkError extends Error {
  readonly errors: NonNullable<JobState['errors']>
  constructor(message: string, errors: NonNullable<JobState['errors']>) {
    super(message)
    this.name = 'BulkError'
    this.errors = errors
  }
}
