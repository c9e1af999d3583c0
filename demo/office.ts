import type { Site } from '#shared/entities/site.ts'
import { calendarOf } from '#shared/rules/cases/clockProfile.ts'
import { dueAt } from '#shared/values/clock.ts'

/** The instant at which a site has worked so many minutes more; people of the demo act in working hours. */
export function workedAfter(site: Site, now: string, minutes: number): string {
  const duration = { workingMinutes: Math.max(1, Math.round(minutes)) }
  return dueAt({ calendar: calendarOf(site), startAt: now, duration }) ?? now
}
