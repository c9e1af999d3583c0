import { cancelJob, readJob } from '#functions/jobs/operations.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { health } from '#functions/system/health.ts'
import { history } from '#functions/system/history.ts'
import { me } from '#functions/system/me.ts'
import { openapi } from '#functions/system/openapi.ts'

/** What belongs to no single desk: who I am, jobs, messages, history, health and the API's own description. */
export const handler = serve('system', {
  'jobs.read': readJob,
  'jobs.cancel': cancelJob,
  me,
  health,
  history,
  openapi,
})
