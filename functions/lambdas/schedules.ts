import { runDeadlines } from '#functions/cases/deadlines.ts'
import { runDueNotices } from '#functions/notices/dueNotices.ts'
import { runTick, type TickHandler } from '#functions/platform/jobs/tick.ts'
import { closeProjections, warmProjection } from '#functions/platform/projection/ask.ts'
import { computeStatistics } from '#functions/surveys/computeStatistics.ts'
import { runDueInvitations } from '#functions/surveys/dueInvitations.ts'
import { maintainLists } from '#functions/system/maintainLists.ts'
import type { TickName } from '#shared/declaration/schedules.ts'

const ticks: Readonly<Record<TickName, TickHandler>> = {
  'survey-stats': computeStatistics,
  'survey-invitations': runDueInvitations,
  deadlines: runDeadlines,
  notices: runDueNotices,
  projection: maintainLists,
  // A cold start does without what comes once an hour or once a day.
  'audit-anchor': async (tick) => (await import('#functions/system/audit/anchorTick.ts')).anchorTick(tick),
  retention: async (tick) => (await import('#functions/patients/retention.ts')).runRetention(tick),
}

/** The scheduler calls it with the name of a tick; one run by hand also names an instant. */
export const handler = (event: { tick: string; at?: string }) => runTick(ticks, event)

/** Prepares what lists are answered from, where the process stays. */
export const open = warmProjection

/** Closes what the functions of this process hold open. */
export const close = closeProjections
