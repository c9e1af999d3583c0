import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, calendar, weekdays } from '#shared/values/calendar.ts'
import { alarmsOf, type Clock, clock, type Duration, dueAt, elapsedShare } from '#shared/values/clock.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { clockChanges, hour, zones } from './clockChanges.ts'

const everyDay = (from: string, to: string) => Object.fromEntries(weekdays.map((day) => [day, [{ from, to }]]))
const office = [{ from: '08:00', to: '17:00' }]
const riyadh: Calendar = {
  timeZone: 'Asia/Riyadh',
  weekly: { sunday: office, monday: office, tuesday: office, wednesday: office, thursday: office },
  holidays: ['2026-09-23'],
}
const iso = (index: number) => new Date(index).toISOString()
const local = (text: string) => iso(Date.parse(`${text}:00+03:00`))
const due = (startAt: string, duration: Duration, pauses: Clock['pauses'] = []) =>
  dueAt({ calendar: riyadh, startAt: local(startAt), duration, pauses })

describe('a clock in Riyadh', () => {
  it.each<[string, string, Duration, string]>([
    ['minutes run day and night', '2026-03-05T23:30', { minutes: 60 }, '2026-03-06T00:30'],
    ['working minutes stop at closing', '2026-03-02T16:50', { workingMinutes: 15 }, '2026-03-03T08:05'],
    ['working minutes may end at closing', '2026-03-02T16:45', { workingMinutes: 15 }, '2026-03-02T17:00'],
    ['working minutes skip the weekend', '2026-03-05T16:00', { workingMinutes: 240 }, '2026-03-08T11:00'],
    ['a holiday is skipped', '2026-09-22T16:00', { workingMinutes: 120 }, '2026-09-24T09:00'],
    ['one working day ends at closing', '2026-03-02T10:00', { workingDays: 1 }, '2026-03-03T17:00'],
    ['the day of the start does not count', '2026-03-02T07:00', { workingDays: 1 }, '2026-03-03T17:00'],
    ['a start on the weekend', '2026-03-06T10:00', { workingDays: 1 }, '2026-03-08T17:00'],
    ['five working days', '2026-03-03T12:00', { workingDays: 5 }, '2026-03-10T17:00'],
    ['calendar days keep the time of day', '2026-03-02T10:20', { calendarDays: 7 }, '2026-03-09T10:20'],
  ])('%s', (_case, startAt, duration, expected) => {
    expect(due(startAt, duration)).toBe(local(expected))
  })

  const pause = (from: string, to?: string) => ({ from: local(from), ...(to && { to: local(to) }) })
  it.each<[string, Duration, Clock['pauses'], string | null]>([
    ['calendar days', { calendarDays: 7 }, [pause('2026-03-03T10:00', '2026-03-05T10:00')], '2026-03-11T10:00'],
    [
      'overlapping pauses once',
      { calendarDays: 7 },
      [pause('2026-03-03T10:00', '2026-03-05T10:00'), pause('2026-03-04T10:00', '2026-03-05T10:00')],
      '2026-03-11T10:00',
    ],
    ['nothing after it was due', { calendarDays: 1 }, [pause('2026-03-04T10:00')], '2026-03-03T10:00'],
    ['working minutes', { workingMinutes: 60 }, [pause('2026-03-02T10:30', '2026-03-02T16:30')], '2026-03-02T17:00'],
    [
      'a working day that closes in it',
      { workingDays: 1 },
      [pause('2026-03-03T12:00', '2026-03-04T09:00')],
      '2026-03-04T17:00',
    ],
    [
      'no working day that does not',
      { workingDays: 1 },
      [pause('2026-03-03T12:00', '2026-03-03T13:00')],
      '2026-03-03T17:00',
    ],
    ['everything while open', { workingDays: 3 }, [pause('2026-03-03T12:00')], null],
    ['minutes while open', { minutes: 3000 }, [pause('2026-03-03T12:00')], null],
    ['calendar days while open', { calendarDays: 7 }, [pause('2026-03-03T12:00')], null],
  ])('a pause holds %s', (_case, duration, pauses, expected) => {
    expect(due('2026-03-02T10:00', duration, pauses)).toBe(expected === null ? null : local(expected))
  })

  it('is refused without opening hours, which a wall clock does not need', () => {
    const closed = { calendar: { timeZone: 'Asia/Riyadh', weekly: {} }, startAt: local('2026-03-02T10:00') }
    expect(() => dueAt({ ...closed, duration: { workingDays: 1 } })).toThrow(RangeError)
    expect(dueAt({ ...closed, duration: { minutes: 1 } })).toBe(local('2026-03-02T10:01'))
  })
})

describe('alarms', () => {
  const response: Clock = { calendar: riyadh, startAt: local('2026-03-02T10:00'), duration: { calendarDays: 10 } }

  it('come at half, four fifths and the whole, each a level higher', () => {
    expect(alarmsOf(response)).toEqual([
      { percent: 50, at: local('2026-03-07T10:00'), addressees: ['owner'] },
      { percent: 80, at: local('2026-03-10T10:00'), addressees: ['owner', 'level-1'] },
      { percent: 100, at: local('2026-03-12T10:00'), addressees: ['owner', 'level-1', 'level-2'] },
    ])
  })

  it('are not known while the clock is paused, and come later by the pause', () => {
    const from = local('2026-03-06T10:00')
    expect(elapsedShare({ ...response, pauses: [{ from }] }, local('2026-03-30T10:00'))).toBeCloseTo(0.4, 12)
    expect(alarmsOf({ ...response, pauses: [{ from }] })).toBeNull()
    const resumed = alarmsOf({ ...response, pauses: [{ from, to: local('2026-03-08T10:00') }] })
    expect(resumed?.map(({ at }) => at)).toEqual(['09', '12', '14'].map((day) => local(`2026-03-${day}T10:00`)))
  })

  it('measure working days by working time', () => {
    const report: Clock = { calendar: riyadh, startAt: local('2026-03-02T08:00'), duration: { workingDays: 1 } }
    expect(elapsedShare(report, local('2026-03-02T22:00'))).toBe(0.5)
    expect(alarmsOf(report)?.[0]?.at).toBe(local('2026-03-02T17:00'))
    expect(elapsedShare(report, local('2026-03-01T08:00'))).toBe(0)
  })
})

describe('schemas', () => {
  const good = { calendar: riyadh, startAt: local('2026-03-02T10:00'), duration: { minutes: 5 } }
  it.each<[string, object]>([
    ['an unknown zone', { ...riyadh, timeZone: 'Asia/Atlantis' }],
    ['hours that end before they begin', { ...riyadh, weekly: { sunday: [{ from: '17:00', to: '08:00' }] } }],
    ['hours that overlap', { ...riyadh, weekly: { sunday: [...office, ...office] } }],
    ['an impossible time', { ...riyadh, weekly: { sunday: [{ from: '08:00', to: '24:30' }] } }],
    ['an unknown day', { ...riyadh, weekly: { someday: office } }],
  ])('refuse %s', (_case, written) => {
    expect(calendar.safeParse(written).success).toBe(false)
    expect(calendar.safeParse(riyadh).success).toBe(true)
  })

  it('refuse a duration of two kinds and of nothing', () => {
    expect(clock.safeParse(good).success).toBe(true)
    expect(clock.safeParse({ ...good, duration: { minutes: 5, workingDays: 1 } }).success).toBe(false)
    expect(clock.safeParse({ ...good, duration: { workingDays: 0 } }).success).toBe(false)
  })
})

describe('every zone, around each change of its clocks in two years', () => {
  it('counts each working minute of an always open place once', () => {
    for (const { timeZone, at: changeMs } of clockChanges) {
      const open: Calendar = { timeZone, weekly: everyDay('00:00', '24:00') }
      const startAt = iso(changeMs - 30 * hour)
      expect(dueAt({ calendar: open, startAt, duration: { workingMinutes: 3600 } }), timeZone).toBe(
        iso(changeMs + 30 * hour),
      )
    }
  })

  it('ends working days at the closing time on the wall, calendar days at the same reading', () => {
    for (const { timeZone, at: changeMs } of clockChanges) {
      const day: Calendar = { timeZone, weekly: everyDay('08:00', '17:00') }
      const startAt = iso(changeMs - 60 * hour)
      const closed = dueAt({ calendar: day, startAt, duration: { workingDays: 3 } })
      expect(iso(wallAt(timeZone, Date.parse(closed ?? ''))).slice(11, 16), timeZone).toBe('17:00')
      const same = Date.parse(dueAt({ calendar: day, startAt, duration: { calendarDays: 7 } }) ?? '')
      const days = wallAt(timeZone, same) - wallAt(timeZone, Date.parse(startAt))
      expect(days / (24 * hour), `${timeZone} ${startAt}`).toBe(7)
    }
  })
})

const minute = 60_000
const instants = fc.integer({ min: Date.parse('2026-01-01') / minute, max: Date.parse('2027-12-31') / minute })
const changeMoment = fc
  .record({ change: fc.constantFrom(...clockChanges), shift: fc.integer({ min: -4000, max: 200 }) })
  .map(({ change, shift }) => ({ timeZone: change.timeZone, start: change.at / minute + shift }))
const moment = fc.oneof(changeMoment, fc.record({ timeZone: fc.constantFrom(...zones), start: instants }))
const length = fc.integer({ min: 1, max: 12 })
const durations = fc.oneof(
  length.map((days): Duration => ({ workingDays: days })),
  length.map((days): Duration => ({ calendarDays: days })),
  fc.integer({ min: 1, max: 5000 }).map((minutes): Duration => ({ workingMinutes: minutes })),
  fc.integer({ min: 1, max: 5000 }).map((minutes): Duration => ({ minutes })),
)
const drawn = fc.record({
  moment,
  duration: durations,
  pauses: fc.array(fc.tuple(fc.integer({ min: -900, max: 9000 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 3 }),
  weekly: fc.constantFrom(riyadh.weekly, everyDay('00:00', '24:00'), everyDay('01:15', '02:45')),
})
const running = drawn.map(
  ({ moment: { timeZone, start }, duration, pauses, weekly }): Clock => ({
    calendar: { timeZone, weekly },
    startAt: iso(start * minute),
    duration,
    pauses: pauses.map(([from, pauseLength]) => ({
      from: iso((start + from) * minute),
      to: iso((start + from + pauseLength) * minute),
    })),
  }),
)
const later = (instant: string, minutes: number) => iso(Date.parse(instant) + minutes * minute)

describe('any clock', () => {
  it('is never due earlier when it starts later', () => {
    fc.assert(
      fc.property(running, fc.integer({ min: 0, max: 3000 }), (clock, minutes) => {
        const delayed = { ...clock, startAt: later(clock.startAt, minutes) }
        expect((dueAt(delayed) ?? '') >= (dueAt(clock) ?? '')).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is due later when it runs longer, and never before its start', () => {
    fc.assert(
      fc.property(running, (short) => {
        const longer = Object.fromEntries(Object.entries(short.duration).map(([kind, value]) => [kind, value + 1]))
        const dueFirst = dueAt(short) ?? ''
        expect(dueFirst >= short.startAt).toBe(true)
        expect((dueAt(clock.parse({ ...short, duration: longer })) ?? '') >= dueFirst).toBe(true)
      }),
    )
  })

  it('is never due earlier for a pause', () => {
    fc.assert(
      fc.property(running, (clock) => {
        expect((dueAt(clock) ?? '') >= (dueAt({ ...clock, pauses: [] }) ?? '')).toBe(true)
      }),
    )
  })

  it('has elapsed entirely when it is due, not before, and elapses further with time', () => {
    fc.assert(
      fc.property(running, fc.nat(4000), (clock, minutes) => {
        const dueOn = dueAt(clock) ?? ''
        const [early, late] = [later(clock.startAt, minutes / 2), later(clock.startAt, minutes)]
        expect(elapsedShare(clock, dueOn)).toBe(1)
        const known = { ...clock, pauses: [] }
        expect(elapsedShare(known, early)).toBeLessThanOrEqual(elapsedShare(known, late))
        expect(elapsedShare(known, late) >= 1).toBe(late >= (dueAt(known) ?? ''))
      }),
    )
  })

  it('alarms in order, not before its start and last at its limit', () => {
    fc.assert(
      fc.property(running, (clock) => {
        const instants = (alarmsOf(clock) ?? []).map(({ at }) => at)
        expect(instants).toEqual(instants.toSorted())
        expect([(instants[0] ?? '') >= clock.startAt, instants.at(-1)]).toEqual([true, dueAt(clock)])
      }),
    )
  })

  it('ends working days on a day the place is open', () => {
    fc.assert(
      fc.property(moment, length, ({ timeZone, start }, days) => {
        const clock: Clock = {
          calendar: { ...riyadh, timeZone },
          startAt: iso(start * minute),
          duration: { workingDays: days },
        }
        const ended = dayOf(wallAt(timeZone, Date.parse(dueAt(clock) ?? '')))
        expect([0, 1, 2, 3, 4]).toContain(new Date(ended).getUTCDay())
        expect(ended).not.toBe('2026-09-23')
      }),
    )
  })
})
