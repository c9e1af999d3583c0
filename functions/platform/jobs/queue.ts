import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { type Runners, runJob } from './runJob.ts'

/** Time that a run leaves to the function to end in, in milliseconds. */
const reserveMs = 20_000

/** Runs every job that waits, the oldest first; the number of those that ran. */
export async function sweepJobs(runners: Runners, until = Date.now() + 60_000): Promise<number> {
  let count = 0
  for await (const id of dueIds('jobs', new Date().toISOString())) {
    if (Date.now() > until) break
    if (await runJob(runners, id, until)) count++
  }
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
