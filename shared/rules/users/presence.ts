import type { User } from '#shared/entities/user.ts'
import { calendarOf } from '#shared/rules/cases/clockProfile.ts'
import { type Calendar, type Weekday, workingSpans } from '#shared/values/calendar.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'

/** Hours by weekday, as a record holds them. */
export type WeeklyHours = Partial<Record<Weekday, { from: string; to: string }[]>>

/** A place as far as presence depends on it: its zone, and its working hours where it has set them. */
export interface Workplace {
  readonly id?: string
  readonly timeZone: string
  readonly calendar?: WeeklyHours & { holidays?: { on: string }[] }
}

/** Whether a person still works here. */
export const isEmployed = (user: User | undefined): user is User =>
  user?.isActive === true && user.deletedAt === undefined

/** Whether a person is away at an instant; both days count, and an absence without a last day goes on. */
export function isAway({ awayFrom, awayTo }: Partial<User>, timeZone: string, now: string): boolean {
  if (awayFrom === undefined && awayTo === undefined) return false
  const today = dayOf(wallAt(timeZone, Date.parse(now)))
  return (awayFrom ?? '') <= today && today <= (awayTo ?? '9999-12-31')
}

/** Whether a person is on duty at an instant: in hours of their own, on holidays too, or else in those of the site. */
export function isOnDuty({ onDuty }: Partial<User>, site: Workplace, now: string): boolean {
  const calendar = hasHours(onDuty) ? { timeZone: site.timeZone, weekly: onDuty } : calendarOf(site)
  return nextWithin(calendar, now) === now
}

/** The first instant from `now` on that lies within the hours of a calendar; undefined where none come. */
export function nextWithin(calendar: Calendar, now: string): string | undefined {
  const start = Date.parse(now)
  try {
    for (const { from } of workingSpans(calendar, start)) return from <= start ? now : new Date(from).toISOString()
  } catch (error) {
    // A calendar that opens nowhere, or was written before hours were checked.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** Whether any hours are set. */
export const hasHours = (hours: WeeklyHours | undefined): hours is WeeklyHours =>
  hours !== undefined && Object.values(hours).some((spans) => spans.length > 0)
