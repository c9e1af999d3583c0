import { later } from '#functions/platform/http/operation.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { health, setMachineHealth } from '#functions/system/health.ts'
import { history } from '#functions/system/history.ts'
import { me } from '#functions/system/me.ts'
import { signOut } from '#functions/system/signOut.ts'

// A cold start does without what is asked about jobs.
const jobs = () => import('#functions/jobs/operations.ts')

/** What belongs to no single desk: who I am, jobs, messages, history, and health. */
export const handler = serve('system', {
  'jobs.read': later(async () => (await jobs()).readJob),
  'jobs.cancel': later(async () => (await jobs()).cancelJob),
  'jobs.undo': later(async () => (await import('#functions/jobs/undoJob.ts')).undoJob),
  me,
  'sign-out': signOut,
  health,
  history,
})

/** Tells health what to ask about the machine, where the process stays on one. */
export const watchMachine = setMachineHealth
