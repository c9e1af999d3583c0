import type { Context } from '#functions/platform/http/context.ts'
import type { Job } from '#shared/entities/job.ts'

/** A job in the hands of one worker. */
export interface JobRun {
  readonly job: Job
  readonly fence: number
  readonly context: Context
  /** Epoch milliseconds by which to stop and let the next run go on. */
  readonly until: number
}

/** How a run ended: for good, or `left` for the next run to go on; with what came of it. */
export interface JobOutcome {
  readonly status: 'done' | 'cancelled' | 'left'
  /** How many records there were, where that shows only at the end. */
  readonly total?: number
  readonly result?: Readonly<Record<string, unknown>>
  /** What is tidied up once the end is written down. */
  readonly afterwards?: () => Promise<unknown>
}
