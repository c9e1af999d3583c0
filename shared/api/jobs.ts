import * as z from 'zod'
import { Job } from '#shared/entities/job.ts'
import { recordReply, stepBody } from './contract.ts'

const count = z.int().nonnegative()

/** A job at this moment: its progress, what it could not do, and its result. */
export const readJob = {
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
    result: Job.facts.result.schema.optional(),
  }),
}
export type JobState = z.infer<typeof readJob.reply>

/** Stops a job after the records it is at; what is done stays done. */
export const cancelJob = { body: stepBody(Job.actions.cancel), reply: recordReply }
