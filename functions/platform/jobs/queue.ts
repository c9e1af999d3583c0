import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import { Job } from '#shared/entities/job.ts'
import { type Runners, runJob } from './runJob.ts'

/** Time that a run leaves to the function to end in, in milliseconds. */
const reserveMs = 20_000

/** Jobs that one sweep looks at. */
const sweepLimit = 50

/** Runs every job that waits, the oldest first; the number of those that ran. */
export async function sweepJobs(runners: Runners, until = Date.now() + 60_000): Promise<number> {
  const conditions = [conditionOf(Job, 'isActive', true)]
  const sort = { field: 'createdAt', order: 'ASC' } as const
  const { rows } = await listPage(Job, { conditions, sort, offset: 0, limit: sweepLimit }, product)
  let count = 0
  for (const { id } of rows) if (Date.now() < until && (await runJob(runners, id, until))) count++
  return count
}

/** Runs the jobs that queue messages name, or by a sweep those that no message resumed. */
export async function handleQueue(
  runners: Runners,
  event: SQSEvent | { sweep: true },
  context: { getRemainingTimeInMillis(): number },
): Promise<SQSBatchResponse> {
  const until = Date.now() + context.getRemainingTimeInMillis() - reserveMs
  if ('sweep' in event) {
    // An alarm watches the number, for a message should have resumed each of these jobs.
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
