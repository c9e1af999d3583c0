import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { handleQueue, sweepJobs } from '#functions/platform/jobs/queue.ts'
import { runBulk } from '#functions/platform/jobs/runBulk.ts'
import { type Runners, runJob as runJobWith } from '#functions/platform/jobs/runJob.ts'

const runImport: Runners['import'] = async (run) =>
  (await import('#functions/platform/jobs/imports/runImport.ts')).runImport(run)

// Only bulk changes wait for nothing: a cold start reads the others when such a job comes.
const runners: Runners = {
  bulk: runBulk,
  import: runImport,
  'import-check': runImport,
  export: async (run) => (await import('#functions/platform/jobs/runExport.ts')).runListExport(run),
  'patient-export': async (run) => (await import('#functions/patients/runPatientExport.ts')).runPatientExport(run),
  undo: async (run) => (await import('#functions/platform/jobs/runUndo.ts')).runUndo(run),
  erasure: async (run) => (await import('#functions/patients/erasure/runErasure.ts')).runErasure(run),
  'batch-export': async ({ job, context }) => {
    const { runBatchExport } = await import('#functions/settlements/exportBatch.ts')
    return { status: 'done', result: { ...(await runBatchExport(job, context)) } }
  },
}

/** Runs one job unless it has ended or another worker has it; whether it ran. */
export const runJob = (id: string, until: number): Promise<boolean> => runJobWith(runners, id, until)

/** Runs every job that waits; the number of those that ran. */
export const runJobs = (until?: number): Promise<number> => sweepJobs(runners, until)

/** On AWS a queue message names a job; a sweep every minute resumes the jobs that were interrupted. */
export const handler = (
  event: SQSEvent | { sweep: true },
  context: { getRemainingTimeInMillis(): number },
): Promise<SQSBatchResponse> => handleQueue(runners, event, context)
