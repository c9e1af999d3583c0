import { cancelJob, readJob } from '#functions/jobs/operations.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { health, setMachineHealth } from '#functions/system/health.ts'
import { history } from '#functions/system/history.ts'
import { me } from '#functions/system/me.ts'
import { signOut } from '#functions/system/signOut.ts'

/** What belongs to no single desk: who I am, jobs, messages, history, and health. */
export const handler = serve('system', {
  'jobs.read': readJob,
  'jobs.cancel': cancelJob,
  me,
  'sign-out': signOut,
  health,
  history,
})

/** Tells health what to ask about the machine, where the process stays on one. */
export const watchMachine = setMachineHealth
