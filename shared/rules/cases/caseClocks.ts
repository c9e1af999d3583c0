import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { dueAt } from '#shared/values/clock.ts'
import { calendarOf, standardDurations } from './clockProfile.ts'

/** The limits of a case at its site: acknowledgement in one working day, response in seven calendar days plus pauses. */
export function clocksOf({ receivedAt: startAt, pausedMinutes = 0 }: Partial<Case>, site: AnyRecord | undefined) {
  if (!startAt || typeof site?.timeZone !== 'string') return {}
  const { timeZone, calendar: hours } = site
  const calendar = calendarOf({ timeZone, ...(typeof hours === 'object' && hours !== null && { calendar: hours }) })
  const acknowledgement = dueAt({ calendar, startAt, duration: standardDurations.acknowledgement })
  const response = dueAt({ calendar, startAt, duration: standardDurations.response })
  return {
    acknowledgeDueAt: acknowledgement ?? undefined,
    responseDueAt: response === null ? undefined : minutesAfter(response, pausedMinutes),
  }
}

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()
