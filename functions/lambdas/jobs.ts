import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { runImport } from '#functions/platform/jobs/imports/run.ts'
import { handleQueue, sweepJobs } from '#functions/platform/jobs/queue.ts'
import { type Runners, runJob as runJobBy } from '#functions/platform/jobs/run.ts'
import { runBulk } from '#functions/platform/jobs/runBulk.ts'
import { runListExport } from '#functions/platform/jobs/runExport.ts'
import { runBatchExport } from '#functions/settlements/batchFile.ts'

const runners: Runners = {
  bulk: runBulk,
  import: runImport,
  'import-check': runImport,
  export: runListExport,
  'batch-export': async ({ job, context }) => ({ status: 'done', result: { ...(await runBatchExport(job, context)) } }),
}

/** Carries on one job if nobody else does; whether anything was done. */
export const runJob = (id: string, until: number): Promise<boolean> => runJobBy(runners, id, until)

/** Carries on every job that waits; how many were touched. */
export const work = (until?: number): Promise<number> => sweepJobs(runners, until)

/** On AWS a queue message names a job; a sweep every minute resumes what was left. */
export const handler = (
  event: SQSEvent | { sweep: true },
  context: { getRemainingTimeInMillis(): number },
): Promise<SQSBatchResponse> => handleQueue(runners, event, context)
