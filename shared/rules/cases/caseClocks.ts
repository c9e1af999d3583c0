import type { RecordValues } from '#shared/declaration/entity.ts'
import { isOver, stateOf } from '#shared/declaration/lifecycle.ts'
import { type Case, clockNames } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import type { Calendar } from '#shared/values/calendar.ts'
import { type Alarm, alarmsOf, type Duration } from '#shared/values/clock.ts'
import { figuresAt, standardFigures } from './clockProfile.ts'

/** What a case has a limit for. */
export type ClockName = (typeof clockNames)[number]

/** A clock of a case as its record keeps it; without an end it runs. */
export type CaseClock = NonNullable<Case['clocks']>[number]

/** A span in which the case waits for the patient; an open one has no end. */
type Pause = NonNullable<Case['pauses']>[number]

/** The figure of a profile by which a clock runs, and the unit that it counts in. */
const lengths = {
  'hand-over': ['handOverMinutes', 'minutes'],
  acknowledgement: ['acknowledgementDays', 'workingDays'],
  response: ['responseDays', 'calendarDays'],
  'extension-notice': ['extensionNoticeDays', 'calendarDays'],
  'director-told': ['directorToldMinutes', 'minutes'],
} as const

function durationOf({ name, startedAt, untilAt, within }: CaseClock): Duration {
  if (untilAt !== undefined) return { minutes: (Date.parse(untilAt) - Date.parse(startedAt)) / 60_000 }
  const [figure, unit] = lengths[name]
  return { [unit]: within ?? standardFigures[figure] } as Duration
}

/**
 * A new clock by the figures of its site that are in force at its start. It keeps its length, so that it ends by the
 * version under which it began; one of the standard length does not say so.
 */
export function newClock(name: ClockName, startedAt: string, site: RecordValues | undefined): CaseClock {
  const [figure] = lengths[name]
  const within = figuresAt(site, startedAt)[figure]
  return { name, startedAt, ...(within !== standardFigures[figure] && { within }) }
}

/** Whether waiting for the patient holds a clock: that of the answer, and never that of the first one. */
export const isPausable = (name: ClockName): boolean => name === 'response' || name === 'extension-notice'

/** The newest clock of a name. */
export const lastClock = ({ clocks = [] }: Partial<Case>, name: ClockName): CaseClock | undefined =>
  clocks.findLast((each) => each.name === name)

/** The newest clock of each name, without one that was not needed: a letter, or a lead for somebody who left. */
export const currentClocks = (clocks: readonly CaseClock[]): CaseClock[] =>
  clockNames.flatMap((name) => {
    const last = clocks.findLast((each) => each.name === name)
    return last && !(isOptional(name) && last.ending === 'stopped') ? last : []
  })

const isOptional = (name: ClockName): boolean => name === 'extension-notice' || name === 'hand-over'

/** Whether a clock has not ended. */
export const isRunning = ({ endedAt }: CaseClock): boolean => endedAt === undefined

/** The alarms of a clock, earliest first, the last one at its limit; none while an open pause holds it. */
export type ClockAlarms = (clock: CaseClock) => readonly Alarm[]

/**
 * The alarms of the clocks of a case by calendar and pauses, each found once, because that is most of what a write of a
 * case takes. An extended clock runs from the notice to its new limit.
 */
export function clockAlarms(calendar: Calendar, pauses: readonly Pause[] = []): ClockAlarms {
  const known = new Map<string, readonly Alarm[]>()
  return (clock) => {
    const { name, startedAt: startAt, untilAt, within } = clock
    const key = [name, startAt, untilAt, within].join(' ')
    const running = { calendar, startAt, pauses: isPausable(name) ? [...pauses] : [] }
    const alarms = known.get(key) ?? alarmsOf({ ...running, duration: durationOf(clock) }) ?? []
    known.set(key, alarms)
    return alarms
  }
}

/** The pauses of a case: one is open exactly while the case waits for the patient. */
export function pausesAt({ status, pauses = [], pausedAt }: Partial<Case>, now: string): Pause[] {
  const open = pauses.find(({ to }) => to === undefined)
  if (status === 'awaiting-patient') return open ? pauses : [...pauses, { from: pausedAt ?? now }]
  return pauses.map((pause) => (pause === open ? { ...pause, to: now } : pause))
}

/**
 * The clocks of a case as they are at an instant: those it needs begin, those whose step was taken or that nothing waits
 * for end, and a stopped one runs on when the case comes back. What was met is never changed, so that a reopened case
 * begins new clocks and keeps the old ones.
 */
export function clocksAt(
  matter: Partial<Case>,
  alarms: ClockAlarms,
  now: string,
  site: RecordValues | undefined,
): CaseClock[] {
  let clocks = matter.clocks ?? []
  for (const name of clockNames) {
    const state = { ...matter, clocks }
    const last = lastClock(state, name)
    const isNeeded = needs[name](state, now)
    if (last && !isRunning(last) && !(isNeeded && runsOn(state, last))) {
      if (isNeeded) clocks = [...clocks, begun(newClock(name, now, site), alarms, now)]
      continue
    }
    // A case that comes in later in its life shows what its limits were all the same.
    if (!last && !isNeeded && (name === 'director-told' || name === 'hand-over')) continue
    const running = last
      ? limited(startedAgain(state, last, site), alarms)
      : begun(newClock(name, firstStart(state, name, now), site), alarms, now)
    const next = isNeeded ? running : ended(state, running, now)
    clocks = last ? clocks.map((each) => (each === last ? next : each)) : [...clocks, next]
  }
  return clocks
}

const needs: Readonly<Record<ClockName, (matter: Partial<Case>, now: string) => boolean>> = {
  'hand-over': (matter, now) =>
    stateOf(caseLife, matter) === 'received' && !matter.ownerId && isWaitingInPerson(matter, now),
  acknowledgement: (matter) => stateOf(caseLife, matter) === 'received',
  response: (matter) => !isOver(caseLife, matter),
  'extension-notice': (matter) => !isOver(caseLife, matter) && !lastClock(matter, 'response')?.untilAt,
  'director-told': (matter) =>
    !isOver(caseLife, matter) && matter.severity === 'major' && matter.directorInformedAt === undefined,
}

/** A case is entered while the patient is there, or on the phone, when it is written within so long of its receipt. */
const presentMs = 60 * 60_000

/** Whether the patient was there when the case came in, and nobody has taken it since. */
function isWaitingInPerson({ channel, receivedAt = '', clocks = [] }: Partial<Case>, now: string): boolean {
  const last = lastClock({ clocks }, 'hand-over')
  if (last) return isRunning(last) || last.ending === 'stopped'
  const isPresent = channel === 'in-person' || channel === 'phone'
  return isPresent && clocks.length === 0 && Date.parse(now) - Date.parse(receivedAt) <= presentMs
}

// A case that comes back goes on by the clocks that it was stopped with; reopened, it has a new time to answer.
function runsOn(matter: Partial<Case>, { name, ending, startedAt }: CaseClock): boolean {
  const isOfThisAnswer = name !== 'extension-notice' || startedAt === lastClock(matter, 'response')?.startedAt
  return ending === 'stopped' && name !== 'director-told' && isOfThisAnswer
}

// The director is told of a case from the moment it is known as a major one, but for a case that came in long ago.
function firstStart(matter: Partial<Case>, name: ClockName, now: string): string {
  const isRecent = lastClock(matter, 'response')?.alarmPercent !== 100
  return (name === 'director-told' && isRecent ? undefined : matter.receivedAt) ?? now
}

/** A new clock; alarms from before the product knew of it count as given. */
function begun(clock: CaseClock, alarms: ClockAlarms, now: string): CaseClock {
  const alarmPercent = alarms(clock).findLast(({ at }) => at < now)?.percent
  return limited({ ...clock, ...(alarmPercent !== undefined && { alarmPercent }) }, alarms)
}

/** A clock with its limit; without one while it is paused. */
function limited({ dueAt: _dueAt, ...clock }: CaseClock, alarms: ClockAlarms): CaseClock {
  const dueAt = alarms(clock).at(-1)?.at
  return { ...clock, ...(dueAt !== undefined && { dueAt }) }
}

/** A clock without an end; the first of its name follows the receipt of the case, which may be corrected. */
function startedAgain(
  { clocks = [], receivedAt = '' }: Partial<Case>,
  last: CaseClock,
  site: RecordValues | undefined,
): CaseClock {
  const { endedAt: _endedAt, ending: _ending, ...clock } = last
  const isFirst = last.name !== 'director-told' && clocks.find(({ name }) => name === last.name) === last
  if (!isFirst || receivedAt === '' || receivedAt === last.startedAt) return clock
  const { within: _within, ...others } = clock
  return { ...others, ...newClock(last.name, receivedAt, site) }
}

function ended(matter: Partial<Case>, clock: CaseClock, now: string): CaseClock {
  const { acknowledgedAt, resolvedAt, directorInformedAt, ownerId } = matter
  const metAt = {
    // An owner takes the case in the moment in which it is written.
    'hand-over': acknowledgedAt ?? (ownerId ? now : undefined),
    acknowledgement: acknowledgedAt,
    response: resolvedAt,
    'director-told': directorInformedAt,
  }
  const endedAt = clock.name === 'extension-notice' ? undefined : metAt[clock.name]
  if (endedAt === undefined) return { ...clock, endedAt: now, ending: withoutStep(matter, clock) }
  return { ...clock, endedAt, ending: clock.dueAt !== undefined && endedAt > clock.dueAt ? 'late' : 'in-time' }
}

// A letter that was never sent was not needed, unless the answer came late.
const withoutStep = (matter: Partial<Case>, { name }: CaseClock) =>
  name === 'extension-notice' && lastClock(matter, 'response')?.ending === 'late' ? 'late' : 'stopped'
