import { alertOverdue } from '#functions/cases/deadlines.ts'
import { runTick, type TickHandler } from '#functions/platform/jobs/tick.ts'
import { computeStatistics } from '#functions/surveys/computeStatistics.ts'
import { tendInvitations } from '#functions/surveys/dueInvitations.ts'
import type { TickName } from '#shared/declaration/schedules.ts'

const ticks: Readonly<Record<TickName, TickHandler>> = {
  'survey-stats': computeStatistics,
  'survey-invitations': tendInvitations,
  deadlines: alertOverdue,
}

/** The scheduler calls it with the name of a tick, and with an instant when one is run by hand. */
export const handler = (event: { tick: string; at?: string }) => runTick(ticks, event)
