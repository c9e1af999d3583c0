import type { Site } from '#shared/entities/site.ts'
import { dueAt } from '#shared/rules/clock.ts'
import { calendarOf } from '#shared/rules/clockProfile.ts'

/** The instant at which a site has worked so many minutes more; people of the demo act in working hours. */
export function workedAfter(site: Site, at: string, minutes: number): string {
  const duration = { workingMinutes: Math.max(1, Math.round(minutes)) }
  return dueAt({ calendar: calendarOf(site), startAt: at, duration }) ?? at
}
