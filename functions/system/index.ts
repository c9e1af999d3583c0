import { Job } from '#shared/entities/job.ts'
import { Message } from '#shared/entities/message.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { cancelJob, readJob } from './jobs.ts'
import { me } from './me.ts'
import { openapi } from './openapi.ts'

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
