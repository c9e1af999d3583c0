import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { log } from '#functions/platform/aws/log.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { Job } from '#shared/entities/job.ts'
import { reasonOf } from './consumers.ts'
import { type Runners, runJob } from './runJob.ts'

/** Time that a run leaves to the function to end in, in milliseconds. */
const reserveMs = 20_000

/** Runs every job that waits, the oldest first; the number of those that ran. */
export async function sweepJobs(runners: Runners, until = Date.now() + 60_000): Promise<number> {
  return (await sweep(runners, until)).ran
}

/** As `sweepJobs`, with the number of those that a message should have resumed; a job that waited for a time is none. */
async function sweep(runners: Runners, until: number): Promise<{ ran: number; stalled: number }> {
  const counts = { ran: 0, stalled: 0 }
  for await (const id of dueIds('jobs', new Date().toISOString())) {
    if (Date.now() > until) break
    try {
      const job = (await getRecord(Job, id, { consistent: true }))?.record
      if (!(await runJob(runners, id, until))) continue
      counts.ran++
      if (job?.dueAt === job?.createdAt) counts.stalled++
    } catch (error) {
      // One that cannot be read or ended counts as stalled, which is an alarm, and the jobs behind it do not wait.
      counts.stalled++
      log({ at: new Date().toISOString(), job: id, failed: true, error: reasonOf(error) })
    }
  }
  return counts
}

/** Runs the jobs that queue messages name, or by a sweep those that no message resumed. */
export async function handleQueue(
  runners: Runners,
  event: SQSEvent | { sweep: true },
  context: { getRemainingTimeInMillis(): number },
): Promise<SQSBatchResponse> {
  const until = Date.now() + context.getRemainingTimeInMillis() - reserveMs
  if ('sweep' in event) {
    // An alarm watches the number.
    const { stalled } = await sweep(runners, until)
    log({ at: new Date().toISOString(), jobsStalled: stalled })
    return { batchItemFailures: [] }
  }
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of event.Records) {
    try {
      await runJob(runners, String(JSON.parse(body).jobId), until)
    } catch (error) {
      log({ at: new Date().toISOString(), message: messageId, error: reasonOf(error) })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
