import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import type { ProfileFigures } from '#shared/entities/siteProfile.ts'
import type { Calendar, Weekday } from '#shared/values/calendar.ts'
import { isTimeZone } from '#shared/values/zonedTime.ts'

/** What a site works by until a profile of it is in force; its limits of money are then none. */
export const standardFigures = {
  acknowledgementDays: 1,
  responseDays: 7,
  /** A notice of extension must be out before the seventh day. */
  extensionNoticeDays: 6,
  extensionMostDays: 30,
  extensionMostTimes: 2,
  directorToldMinutes: 60,
  handOverMinutes: 15,
  specialReportDays: 5,
  approvalDecisionMinutes: 240,
  followUpFirstDay: 2,
  followUpDay: 3,
  followUpLastDay: 5,
  contactFrom: '09:00',
  contactTo: '20:00',
  retentionYears: 10,
} as const satisfies Partial<ProfileFigures>

/** The figures by which a site works at an instant: of the version in force then, else the standard ones. */
export function figuresAt(site: RecordValues | undefined, at: string): Partial<ProfileFigures> & StandardFigures {
  const { profiles = [], hasOlderProfiles }: Partial<Site> = site ?? {}
  // A version older than those that the site still keeps was most like the oldest of them.
  const version = profiles.findLast(({ fromAt }) => fromAt <= at) ?? (hasOlderProfiles ? profiles[0] : undefined)
  return { ...standardFigures, ...version }
}
type StandardFigures = Required<Pick<ProfileFigures, keyof typeof standardFigures>>

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
