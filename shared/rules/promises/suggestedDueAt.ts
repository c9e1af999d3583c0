import type { Site } from '#shared/entities/site.ts'
import { calendarOf, figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { workingDays } from '#shared/values/calendar.ts'
import { civilDay, dayOf, instantOf, steadyWallAt } from '#shared/values/zonedTime.ts'
import type { PromisedTime } from './languages/language.ts'
import { findPromise } from './promiseWords.ts'

/** What the end of a day depends on at a site. */
export type PromiseSite = Pick<Site, 'timeZone' | 'calendar' | 'profiles'>

/**
 * When what a text promises is due, as a suggestion: at the end of the working hours of the day that it names, of its
 * contact hours where nobody works that day, and of the next working day where it names none or one that is over.
 */
export function suggestedDueAt(text: string, site: PromiseSite, now: string): string {
  const time = findPromise(text)?.dueOn
  if (time && 'inMinutes' in time) return new Date(Date.parse(now) + time.inMinutes * 60_000).toISOString()
  const due =
    time === undefined
      ? undefined
      : 'inWorkingDays' in time
        ? workingEnd(site, now, time.inWorkingDays)
        : endOfDay(site, dayOn(time, site, now), now)
  return due !== undefined && due > now ? due : workingEnd(site, now, 1)
}

/** The day that a time names, in the zone of a site. */
function dayOn(
  time: Exclude<PromisedTime, { inMinutes: number } | { inWorkingDays: number }>,
  site: PromiseSite,
  now: string,
): string {
  const today = Math.floor(steadyWallAt(site.timeZone, Date.parse(now)) / civilDay) * civilDay
  if ('day' in time) return time.day
  if ('inDays' in time) return dayOf(today + time.inDays * civilDay)
  const weekdayNow = new Date(today).getUTCDay()
  if ('weekday' in time) {
    // A week begins on Monday where somebody speaks of the next one.
    const ahead = time.isNextWeek
      ? 7 - ((weekdayNow + 6) % 7) + ((time.weekday + 6) % 7)
      : ((time.weekday - weekdayNow + 6) % 7) + 1
    return dayOf(today + ahead * civilDay)
  }
  const year = new Date(today).getUTCFullYear()
  const inYear = (each: number) => dayOf(Date.UTC(each, time.month - 1, time.date))
  return inYear(year) >= dayOf(today) ? inYear(year) : inYear(year + 1)
}

/** The end of the working hours of a day; of its contact hours where nobody works then. */
function endOfDay(site: PromiseSite, day: string, now: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const start = instantOf(site.timeZone, midnight)
  for (const { on, spans } of workingDays(calendarOf(placeOf(site)), start)) {
    if (on !== day) break
    return new Date(Math.max(...spans.map(({ to }) => to))).toISOString()
  }
  const [hours = 0, minutes = 0] = figuresAt(site, now).contactTo.split(':').map(Number)
  return new Date(instantOf(site.timeZone, midnight + (hours * 60 + minutes) * 60_000)).toISOString()
}

/** The end of the working hours of the day that comes after so many working days. */
function workingEnd(site: PromiseSite, now: string, days: number): string {
  const today = dayOf(steadyWallAt(site.timeZone, Date.parse(now)))
  let left = days
  for (const { on, spans } of workingDays(calendarOf(placeOf(site)), Date.parse(now))) {
    if (on === today) continue
    left -= 1
    if (left === 0) return new Date(Math.max(...spans.map(({ to }) => to))).toISOString()
  }
  return now
}

const placeOf = ({ timeZone, calendar }: PromiseSite) => ({ timeZone, ...(calendar && { calendar }) })
