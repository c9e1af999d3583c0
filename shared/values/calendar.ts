import * as z from 'zod'
import { asIdentifier } from './line.ts'
import { civilDay, dayOf, instantOf, isTimeZone, steadyWallAt } from './zonedTime.ts'

/** Days of the week in the order of `Date.getUTCDay`. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof weekdays)[number]

/** A time of day such as 08:30, at most 24:00. */
export const timeOfDay = z
  .string()
  .overwrite(asIdentifier)
  .trim()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'NOT_A_TIME')

const openingHours = z
  .array(z.strictObject({ from: timeOfDay, to: timeOfDay }))
  .refine(
    (spans) => spans.every((span, index) => span.from < span.to && span.from >= (spans[index - 1]?.to ?? '')),
    'HOURS_ORDER',
  )

/** Working hours of a place: its IANA zone, hours by weekday (a day not named is closed), and closed days. */
export const calendar = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'NOT_A_ZONE'),
  weekly: z.partialRecord(z.enum(weekdays), openingHours),
  holidays: z.array(z.iso.date()).optional(),
})
export type Calendar = z.infer<typeof calendar>

/** A span of time in milliseconds since 1970, the end not included. */
export type Span = { from: number; to: number }

// Longer than any closure: a calendar that opens nowhere in ten years has no hours to count.
const horizonDays = 3660

/** Each working day's opening spans from the civil day of `start` on; throws RangeError where none comes in ten years. */
export function* workingDays(calendar: Calendar, start: number): Generator<{ on: string; spans: Span[] }> {
  const closed = new Set(calendar.holidays)
  let midnight = Math.floor(steadyWallAt(calendar.timeZone, start) / civilDay) * civilDay
  for (let idle = 0; idle < horizonDays; idle++, midnight += civilDay) {
    const on = dayOf(midnight)
    const spans = closed.has(on) ? [] : spansOf(calendar, midnight)
    if (spans.length === 0) continue
    idle = 0
    yield { on, spans }
  }
  throw new RangeError('The calendar has no working hours in the next ten years.')
}

/** Working time from `start` on, span by span, without end. */
export function* workingSpans(calendar: Calendar, start: number): Generator<Span> {
  for (const { spans } of workingDays(calendar, start))
    for (const { from, to } of spans) if (to > start) yield { from: Math.max(from, start), to }
}

function spansOf({ timeZone, weekly }: Calendar, midnight: number): Span[] {
  const weekday = weekdays[new Date(midnight).getUTCDay()]
  const hours = (weekday && weekly[weekday]) ?? []
  return hours
    .map(({ from, to }) => ({
      from: instantOf(timeZone, midnight + millisecondsOf(from)),
      to: instantOf(timeZone, midnight + millisecondsOf(to)),
    }))
    .filter((span) => span.from < span.to)
}

function millisecondsOf(time: string): number {
  return Date.parse(`1970-01-01T${time === '24:00' ? '00:00' : time}Z`) + (time === '24:00' ? civilDay : 0)
}
