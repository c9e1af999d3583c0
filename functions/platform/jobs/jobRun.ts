import type { Context } from '#functions/platform/http/context.ts'
import type { Lease } from '#functions/platform/store/lease.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Job, JobError } from '#shared/entities/job.ts'

/** A job that one worker runs. */
export interface JobRun {
  readonly job: Job
  readonly lease: Lease
  readonly context: Context
  /** Epoch milliseconds by which the worker stops; the next run continues. */
  readonly until: number
}

/** How a run ended: for good, or `unfinished` for the next run to continue; with the result of the job. */
export interface JobOutcome {
  readonly status: 'done' | 'cancelled' | 'unfinished'
  /** When an unfinished job has to go on, UTC; at once without it. */
  readonly waitUntil?: string
  /** How many records there were, where that shows only at the end. */
  readonly total?: number
  readonly result?: RecordValues
  /** Records that could not be dealt with, where no chunk says so. */
  readonly errors?: readonly JobError[]
  /** Removes what the job no longer needs once its end is saved. */
  readonly cleanUp?: () => Promise<unknown>
}
