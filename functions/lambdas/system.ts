import { cancelJob, readJob } from '#functions/jobs/operations.ts'
import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { health } from '#functions/system/health.ts'
import { history } from '#functions/system/history.ts'
import { me } from '#functions/system/me.ts'
import { openapi } from '#functions/system/openapi.ts'
import { Job } from '#shared/entities/job.ts'
import { Message } from '#shared/entities/message.ts'

/** What belongs to no single desk: who I am, jobs, messages, history, health and the API's own description. */
export const handler = lambda('system', {
  ...crud(Job),
  ...crud(Message),
  'jobs.read': readJob,
  'jobs.cancel': cancelJob,
  me,
  health,
  history,
  openapi,
})
