import type { Site } from '#shared/entities/site.ts'
import { calendarOf } from '#shared/rules/cases/clockProfile.ts'
import { dueAt } from '#shared/values/clock.ts'

/** The instant after that many working minutes of a site: people of the demo act in working hours. */
export function afterWorkingMinutes(site: Site, startAt: string, minutes: number): string {
  const duration = { workingMinutes: Math.max(1, Math.round(minutes)) }
  return dueAt({ calendar: calendarOf(site), startAt, duration }) ?? startAt
}
