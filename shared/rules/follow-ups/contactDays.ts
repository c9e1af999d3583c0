import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { figuresAt, siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import { workingDays } from '#shared/values/calendar.ts'
import { civilDay, dayOf, instantOf, isTimeZone, wallAt } from '#shared/values/zonedTime.ts'

/** The hours of one day in which a site calls its patients, as instants, UTC. */
export interface ContactDay {
  readonly on: string
  readonly fromAt: string
  readonly toAt: string
}

/** The zone of a site; UTC for one whose zone is not known. */
export function zoneOf(site: RecordValues | undefined): string {
  const { timeZone }: Partial<Site> = site ?? {}
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC'
}

/** The civil day of an instant at a site. */
export const dayAt = (site: RecordValues | undefined, at: string): string => dayOf(wallAt(zoneOf(site), Date.parse(at)))

/** The day so many days after another one. */
export const dayAfter = (on: string, days: number): string => dayOf(Date.parse(on) + days * civilDay)

/** The instant at which a day begins at a site. */
export const startOf = (site: RecordValues | undefined, on: string): string =>
  new Date(instantOf(zoneOf(site), Date.parse(on))).toISOString()

/** When a site calls on a day, by the version of its profile that the day begins with. */
export function contactDay(site: RecordValues | undefined, on: string): ContactDay {
  const { contactFrom, contactTo } = figuresAt(site, startOf(site, on))
  const at = (time: string) => new Date(instantOf(zoneOf(site), Date.parse(on) + timeOf(time))).toISOString()
  return { on, fromAt: at(contactFrom), toAt: at(contactTo) }
}

/** Whether an instant lies within the contact hours of its day, the end not included. */
export function isContactTime(site: RecordValues | undefined, at: string): boolean {
  const { fromAt, toAt } = contactDay(site, dayAt(site, at))
  const instant = new Date(at).toISOString()
  return fromAt <= instant && instant < toAt
}

/** The first working day of a site from a day on, as far as `until`, that day included; undefined where none comes. */
export function workingDayFrom(site: RecordValues | undefined, from: string, until: string): string | undefined {
  const calendar = siteCalendar(site)
  if (!calendar) return from <= until ? from : undefined
  try {
    for (const { on } of workingDays(calendar, Date.parse(startOf(site, from)))) return on <= until ? on : undefined
  } catch (error) {
    // A calendar that opens nowhere.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** Milliseconds from midnight to a time of day such as 09:30. */
function timeOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
