import { runTick, type TickHandler } from '#functions/platform/jobs/tick.ts'
import { closeProjections, warmProjection } from '#functions/platform/projection/ask.ts'
import type { TickName } from '#shared/declaration/schedules.ts'

// One tick is run at a time, so that a cold start reads the code of that one only.
const ticks: Readonly<Record<TickName, TickHandler>> = {
  'survey-stats': async (tick) => (await import('#functions/surveys/computeStatistics.ts')).computeStatistics(tick),
  'survey-invitations': async (tick) => (await import('#functions/surveys/dueInvitations.ts')).runDueInvitations(tick),
  deadlines: async (tick) => (await import('#functions/cases/deadlines.ts')).runDeadlines(tick),
  'follow-ups': async (tick) => (await import('#functions/follow-ups/dueFollowUps.ts')).runDueFollowUps(tick),
  notices: async (tick) => (await import('#functions/notices/dueNotices.ts')).runDueNotices(tick),
  projection: async (tick) => (await import('#functions/system/maintainLists.ts')).maintainLists(tick),
  'audit-anchor': async (tick) => (await import('#functions/system/audit/anchorTick.ts')).anchorTick(tick),
  retention: async (tick) => (await import('#functions/patients/retention.ts')).runRetention(tick),
}

/** The scheduler calls it with the name of a tick; one run by hand also names an instant. */
export const handler = (event: { tick: string; at?: string }) => runTick(ticks, event)

/** Prepares what lists are answered from, where the process stays. */
export const open = warmProjection

/** Closes what the functions of this process hold open. */
export const close = closeProjections
