import type { Calendar, Weekday } from '#shared/values/calendar.ts'
import type { Duration } from '#shared/values/clock.ts'

/** The durations a site runs by unless its profile says otherwise. */
export const standardDurations = {
  handOver: { minutes: 15 },
  acknowledgement: { workingDays: 1 },
  /** A notice of extension must be out before the seventh day. */
  extensionNotice: { calendarDays: 6 },
  response: { calendarDays: 7 },
  directorTold: { minutes: 60 },
  specialReport: { workingDays: 5 },
  approvalDecision: { workingMinutes: 240 },
  followUpCall: { calendarDays: 3 },
} as const satisfies Record<string, Duration>

/** The most working days any profile may allow for an acknowledgement. */
export const longestAcknowledgementDays = 3

/** First and last day after discharge on which a follow-up call is in time. */
export const followUpWindowDays = { first: 2, last: 5 } as const

/** The acknowledgement clock of a profile, never beyond the most that is allowed. */
export function acknowledgementWithin(workingDays: number): Duration {
  return { workingDays: Math.min(Math.max(1, workingDays), longestAcknowledgementDays) }
}

/** When a response is due after a written extension, which counts only if it was given before the response was due. */
export function extendedDueAt(due: string, extension?: { noticeAt: string; untilAt: string }): string {
  const isValid = extension && Date.parse(extension.noticeAt) < Date.parse(due)
  return isValid && Date.parse(extension.untilAt) > Date.parse(due) ? extension.untilAt : due
}

type WrittenHours = { from: string; to: string }[]

/** The calendar of a site as its record holds it; a site that has not set its hours works Sunday to Thursday, 8 to 17. */
export function calendarOf(site: {
  timeZone: string
  calendar?: Partial<Record<Weekday, WrittenHours>> & { holidays?: { on: string }[] }
}): Calendar {
  const { holidays = [], ...weekly } = site.calendar ?? {}
  const isSet = Object.values(weekly).some((hours) => hours !== undefined && hours.length > 0)
  return { timeZone: site.timeZone, weekly: isSet ? weekly : officeHours, holidays: holidays.map(({ on }) => on) }
}

const office = [{ from: '08:00', to: '17:00' }]
const officeHours: Calendar['weekly'] = {
  sunday: office,
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
}
