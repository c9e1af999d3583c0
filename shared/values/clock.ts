import * as z from 'zod'
import { calendar, type Span, workingDays, workingSpans } from './calendar.ts'
import { civilDay, dayOf, instantOf, steadyWallAt } from './zonedTime.ts'

const instant = z.iso.datetime()
const length = z.int().positive()

/** How long a clock runs: on the wall clock, in working hours, in whole working days, or in calendar days. */
export const duration = z.union([
  z.strictObject({ minutes: length }),
  z.strictObject({ workingMinutes: length }),
  z.strictObject({ workingDays: length }),
  z.strictObject({ calendarDays: length }),
])
export type Duration = z.infer<typeof duration>

/** A running clock: its calendar, start, pauses (an open one has no `to`) and duration; instants in UTC. */
export const clock = z.strictObject({
  calendar,
  startAt: instant,
  pauses: z.array(z.strictObject({ from: instant, to: instant.optional() })).optional(),
  duration,
})
export type Clock = z.infer<typeof clock>

/**
 * When the clock runs out, as a UTC instant; null while an open pause holds it. Working days end at closing time and
 * the day of the start does not count; calendar days end at the same time of day; a pause lengthens any of them.
 */
export function dueAt(clock: Clock): string | null {
  const due = dueInstant(clock)
  return due === null ? null : isoOf(due)
}

/** Elapsed part of the clock at an instant: 0 before the start, 1 when due, beyond 1 when overdue; pauses left out. */
export function elapsedShare(clock: Clock, now: string): number {
  const asOf = asKnownAt(clock, now)
  const due = dueInstant(asOf)
  if (due === null) return 0
  const total = runningTime(asOf, due)
  if (total === 0) return Date.parse(now) >= due ? 1 : 0
  return runningTime(asOf, Date.parse(now)) / total
}

/** The addressees of an alarm: the owner, then the levels above. */
export type AlarmAddressee = 'owner' | 'level-1' | 'level-2'
export type Alarm = { percent: 50 | 80 | 100; at: string; addressees: readonly AlarmAddressee[] }

const steps = [
  { percent: 50, addressees: ['owner'] },
  { percent: 80, addressees: ['owner', 'level-1'] },
  { percent: 100, addressees: ['owner', 'level-1', 'level-2'] },
] as const

/** All alarms of the clock, earliest first, the last one when it runs out; null while an open pause holds it. */
export function alarmsOf(clock: Clock): Alarm[] | null {
  const due = dueInstant(clock)
  if (due === null) return null
  const spans = runningSpansUntil(clock, due)
  const total = lengthOf(spans)
  return steps.map(({ percent, addressees }) => {
    const dueMs = percent === 100 ? due : (instantAfter(spans, (total * percent) / 100) ?? due)
    return { percent, at: isoOf(dueMs), addressees }
  })
}

function dueInstant(clock: Clock): number | null {
  if ('workingDays' in clock.duration) return endOfWorkingDay(clock, clock.duration.workingDays)
  if ('calendarDays' in clock.duration) return sameTimeAfter(clock, clock.duration.calendarDays)
  const minutes = 'minutes' in clock.duration ? clock.duration.minutes : clock.duration.workingMinutes
  return instantAfter(runningSpans(clock), Math.round(minutes * 60_000))
}

function endOfWorkingDay(clock: Clock, days: number): number | null {
  const start = Date.parse(clock.startAt)
  const startedOn = dayOf(steadyWallAt(clock.calendar.timeZone, start))
  const pauses = pausesOf(clock)
  let remaining = days
  for (const { on, spans } of workingDays(clock.calendar, start)) {
    const close = Math.max(...spans.map((span) => span.to))
    const pause = pauses.find(({ from, to }) => from < close && close <= to)
    if (pause?.to === Number.POSITIVE_INFINITY) return null
    if (on === startedOn || pause) continue
    remaining -= 1
    if (remaining === 0) return close
  }
  return null
}

// Counted on a wall clock that never runs backwards, so that a later start is never due earlier.
function sameTimeAfter(clock: Clock, days: number): number | null {
  const { timeZone } = clock.calendar
  const start = Date.parse(clock.startAt)
  let wall = steadyWallAt(timeZone, start) + days * civilDay
  for (const pause of pausesOf(clock)) {
    const from = Math.max(pause.from, start)
    if (pause.to <= start) continue
    if (instantOf(timeZone, wall) <= from) break
    if (pause.to === Number.POSITIVE_INFINITY) return null
    wall += steadyWallAt(timeZone, pause.to) - steadyWallAt(timeZone, from)
  }
  return instantOf(timeZone, wall)
}

function* runningSpans(clock: Clock): Generator<Span> {
  const start = Date.parse(clock.startAt)
  const inHours = 'workingMinutes' in clock.duration || 'workingDays' in clock.duration
  const pauses = pausesOf(clock)
  const whole: Iterable<Span> = inHours
    ? workingSpans(clock.calendar, start)
    : [{ from: start, to: Number.POSITIVE_INFINITY }]
  for (const span of whole) {
    let from = span.from
    for (const pause of pauses) {
      if (pause.to <= from || pause.from >= span.to) continue
      if (pause.from > from) yield { from, to: pause.from }
      from = pause.to
    }
    if (from === Number.POSITIVE_INFINITY) return
    if (from < span.to) yield { from, to: span.to }
  }
}

function instantAfter(spans: Iterable<Span>, milliseconds: number): number | null {
  let remaining = milliseconds
  for (const { from, to } of spans) {
    if (to - from >= remaining) return from + remaining
    remaining -= to - from
  }
  return null
}

const runningTime = (clock: Clock, until: number): number => lengthOf(runningSpansUntil(clock, until))

function runningSpansUntil(clock: Clock, until: number): Span[] {
  const spans: Span[] = []
  for (const { from, to } of runningSpans(clock)) {
    if (from >= until) break
    spans.push({ from, to: Math.min(to, until) })
  }
  return spans
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

function pausesOf({ pauses = [] }: Clock): Span[] {
  const inOrder = pauses
    .map(({ from, to }) => ({
      from: Date.parse(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to),
    }))
    .filter((pause) => pause.from < pause.to)
    .sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  for (const pause of inOrder) {
    const last = merged.at(-1)
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to)
    else merged.push({ ...pause })
  }
  return merged
}

function asKnownAt(clock: Clock, now: string): Clock {
  const known = (clock.pauses ?? []).filter((pause) => Date.parse(pause.from) < Date.parse(now))
  const pauses = known.map(({ from, to }) => ({
    from,
    to: to !== undefined && Date.parse(to) < Date.parse(now) ? to : now,
  }))
  return { ...clock, pauses }
}

function isoOf(instantMs: number): string {
  return new Date(Math.ceil(instantMs)).toISOString()
}
