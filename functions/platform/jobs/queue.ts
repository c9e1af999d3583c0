import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import { Job } from '#shared/entities/job.ts'
import { type Runners, runJob } from './run.ts'

/** Time kept back at the end of a run, in milliseconds. */
const reserve = 20_000

/** Carries on every job that waits; how many were touched. */
export async function sweepJobs(runners: Runners, until = Date.now() + 60_000): Promise<number> {
  const { rows } = await listPage(
    Job,
    {
      conditions: [conditionOf(Job, 'isActive', true)],
      sort: { field: 'createdAt', order: 'ASC' },
      offset: 0,
      limit: 50,
    },
    product,
  )
  let touched = 0
  for (const row of rows) if (Date.now() < until && (await runJob(runners, row.id, until))) touched++
  return touched
}

/** On AWS a queue message names a job; a sweep every minute resumes whatever was left. */
export async function handleQueue(
  runners: Runners,
  event: SQSEvent | { sweep: true },
  context: { getRemainingTimeInMillis(): number },
): Promise<SQSBatchResponse> {
  const until = Date.now() + context.getRemainingTimeInMillis() - reserve
  if ('sweep' in event) {
    // A job that a sweep has to carry on is one that no message carried on; an alarm watches the number.
    log({ at: new Date().toISOString(), jobsStalled: await sweepJobs(runners, until) })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of event.Records) {
    try {
      await runJob(runners, String(JSON.parse(body).jobId), until)
    } catch (error) {
      log({ at: new Date().toISOString(), message: messageId, error: error instanceof Error ? error.name : 'unknown' })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
