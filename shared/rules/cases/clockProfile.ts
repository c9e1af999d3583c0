import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Calendar, Weekday } from '#shared/values/calendar.ts'
import type { Duration } from '#shared/values/clock.ts'
import { isTimeZone } from '#shared/values/zonedTime.ts'

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

type WrittenHours = { from: string; to: string }[]

/** The calendar of a site as its record holds it; a site that has not set its hours works Sunday to Thursday, 8 to 17. */
export function calendarOf(site: {
  timeZone: string
  calendar?: Partial<Record<Weekday, WrittenHours>> & { holidays?: { on: string }[] }
}): Calendar {
  const { holidays = [], ...written } = site.calendar ?? {}
  const days = Object.entries(written).map(([day, hours = []]) => [day, hours.filter(({ from, to }) => from < to)])
  const weekly: Calendar['weekly'] = Object.fromEntries(days)
  const isSet = Object.values(weekly).some((hours) => hours !== undefined && hours.length > 0)
  return { timeZone: site.timeZone, weekly: isSet ? weekly : officeHours, holidays: holidays.map(({ on }) => on) }
}

/** The calendar by which the clocks of a site run; undefined without a site whose time zone is known. */
export function siteCalendar(site: RecordValues | undefined): Calendar | undefined {
  const { timeZone, calendar: hours }: Partial<Site> = site ?? {}
  if (timeZone === undefined || !isTimeZone(timeZone)) return undefined
  return calendarOf({ timeZone, ...(hours && { calendar: hours }) })
}

const office = [{ from: '08:00', to: '17:00' }]
const officeHours: Calendar['weekly'] = {
  sunday: office,
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
}
