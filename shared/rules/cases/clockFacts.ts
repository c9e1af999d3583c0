import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { isSame } from '#shared/values/canonical.ts'
import { nextAlarmAt } from './alarms.ts'
import { type CaseClock, type ClockName, clockAlarms, clocksAt, isRunning, lastClock, pausesAt } from './caseClocks.ts'
import { siteCalendar } from './clockProfile.ts'

/**
 * The fields by which the clocks of a case run, and what follows from them. The profile of the site is none of them,
 * since a clock keeps the length that it began with.
 */
const clockFields = [
  'siteId',
  'status',
  'severity',
  'channel',
  'receivedAt',
  'ownerId',
  'acknowledgedAt',
  'resolvedAt',
  'directorInformedAt',
  'pausedAt',
  'pauses',
  'clocks',
  'dueAt',
] as const satisfies readonly (keyof Case)[]

/** Whether a write leaves the clocks of a case as they are; most do, and the calendar is half of what a write takes. */
export const hasSameClocks = (after: Partial<Case>, before: Partial<Case>): boolean =>
  before.clocks !== undefined && clockFields.every((name) => isSame(after[name], before[name]))

/** What follows for the clocks of a case whenever it is written, by the calendar of its site: limits, pauses and the next alarm. */
export function clockFacts(record: Partial<Case>, site: RecordValues | undefined, now: string): RecordValues {
  // What a step has just cleared is still there as null.
  const matter: Partial<Case> = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
  const calendar = siteCalendar(site)
  if (matter.receivedAt === undefined || !calendar) return {}
  const pauses = pausesAt(matter, now)
  const alarms = clockAlarms(calendar, pauses)
  const clocks = clocksAt(matter, alarms, now, site)
  const after = { ...matter, clocks, pauses }
  const isArrival = matter.clocks === undefined
  const isOverdue = clocks.some((clock) => isRunning(clock) && clock.alarmPercent === 100)
  return {
    clocks,
    pauses: pauses.length > 0 ? pauses : undefined,
    pausedAt: pauses.find(({ to }) => to === undefined)?.from,
    acknowledgeDueAt: lastClock(after, 'acknowledgement')?.dueAt,
    responseDueAt: lastClock(after, 'response')?.dueAt,
    acknowledgementResult: lastResult(clocks, 'acknowledgement'),
    responseResult: lastResult(clocks, 'response'),
    isOverdueOnArrival: (isArrival || matter.isOverdueOnArrival === true) && isOverdue ? true : undefined,
    dueAt: nextAlarmAt(after, alarms),
  }
}

/** How the newest clock of a name that was met or missed ended. */
const lastResult = (clocks: readonly CaseClock[], name: ClockName): 'in-time' | 'late' | undefined => {
  const ending = clocks.findLast(
    (each) => each.name === name && (each.ending === 'in-time' || each.ending === 'late'),
  )?.ending
  return ending === 'late' || ending === 'in-time' ? ending : undefined
}
