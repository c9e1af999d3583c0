import * as z from 'zod'
import { Job } from '#shared/entities/job.ts'
import { jobReply, recordReply, stepBody } from './contract.ts'

const count = z.int().nonnegative()

/** Refusals that are read with a job at a time; `refusedAfter` asks for the next ones. */
export const refusedLimit = 500

const undo = z.strictObject({
  /** The latest job that undid it, or tried to. */
  job: z.string().optional(),
  /** Why it cannot be undone now. */
  refusal: z.strictObject({ rule: z.string(), parameters: z.record(z.string(), z.unknown()) }).optional(),
})

/** A job at this moment: its progress, what it could not do, and its result. */
export const readJob = {
  query: { refusedAfter: 'Gives the refusals behind this place, as `refusedNext` of an answer names it.' },
  reply: z.looseObject({
    id: z.string(),
    version: z.int(),
    kind: Job.fields.kind.schema,
    resource: z.string(),
    status: Job.facts.status.schema,
    done: count,
    total: count,
    failed: count,
    errors: Job.facts.errors.schema,
    /** Where the next refusals begin; absent when these are the last. */
    refusedNext: count.optional(),
    result: Job.facts.result.schema.optional(),
    /** Whether what it changed can be taken back; absent while it runs. */
    undo: undo.optional(),
  }),
}
export type JobState = z.infer<typeof readJob.reply>

/** Stops a job after the records it is at; what is done stays done. */
export const cancelJob = { body: stepBody(Job.actions.cancel), reply: recordReply }

/** Starts the job that gives the records which another one changed the values they had before it. */
export const undoJob = { body: stepBody(Job.actions.undo), reply: jobReply, status: 202 as const }
