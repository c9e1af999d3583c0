import { cancelJob, readJob } from '#functions/jobs/operations.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { health } from '#functions/system/health.ts'
import { history } from '#functions/system/history.ts'
import { me } from '#functions/system/me.ts'

/** What belongs to no single desk: who I am, jobs, messages, history, and health. */
export const handler = serve('system', {
  'jobs.read': readJob,
  'jobs.cancel': cancelJob,
  me,
  health,
  history,
})
