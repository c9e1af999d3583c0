import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactDay, dayAfter, dayAt, isContactTime, startOf } from '#shared/rules/follow-ups/contactDays.ts'
import { zones } from '../../values/clockChanges.ts'
import { CallDesk } from './callDesk.ts'

const isFull = process.env.REDRESS_FULL === '1'
/** Zones with half hours, with changes at midnight, and on both sides of the day line; all of them in the full run. */
const chosen = [
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Europe/Riga',
  'America/New_York',
  'Asia/Riyadh',
  'Pacific/Apia',
  'Africa/Cairo',
  'America/Havana',
  'Pacific/Chatham',
]
const tried = isFull ? zones : chosen
const days = isFull ? 730 : 330
/** All zones take minutes. */
const timeout = isFull ? 1_800_000 : 60_000
const first = '2026-01-05'

const holidays = ['2026-04-03', '2026-04-06', '2026-12-25']
const everyDay = [{ from: '08:00', to: '17:00' }]
const weekdays = { monday: everyDay, tuesday: everyDay, wednesday: everyDay, thursday: everyDay, friday: everyDay }
const profiles = [
  ['09:00', '20:00'],
  ['02:30', '12:15'],
  ['00:00', '24:00'],
] as const
const siteIn = (timeZone: string, [contactFrom, contactTo]: readonly [string, string]) => ({
  id: 'site',
  version: 1,
  timeZone,
  calendar: { ...weekdays, holidays: holidays.map((on) => ({ on })) },
  profiles: [{ fromAt: '2020-01-01T00:00:00.000Z', contactFrom, contactTo }],
})

/** A year at a desk: cases are resolved, ticks come late, twice, from two schedulers, or on some days not at all. */
function run(timeZone: string, hours: (typeof profiles)[number], random: () => number, missed: number) {
  const site = siteIn(timeZone, hours)
  const desk = new CallDesk(site, ['amal', 'basma', 'carla'])
  const ticksOn = new Map<string, string[]>()
  for (let index = 0; index < days; index++) {
    const on = dayAfter(first, index)
    const { fromAt, toAt } = contactDay(site, on)
    const length = Date.parse(toAt) - Date.parse(fromAt)
    const later = (share: number) => new Date(Date.parse(fromAt) + Math.floor(length * share)).toISOString()
    if (index < days - 20 && random() < 0.6) desk.plan(`call-${index}`, later(random()))
    if (random() < 0.3) desk.look(startOf(site, on))()
    if (random() < missed) continue
    const ticks = [fromAt, ...(random() < 0.5 ? [later(random() * 0.99)] : [])]
    ticksOn.set(on, ticks)
    for (const at of ticks) {
      // Two schedulers look at the same moment, and one writes after the other.
      const both = [desk.look(at), desk.look(at)]
      for (const write of both) write()
    }
  }
  return { site, desk, ticksOn }
}

function randomFrom(seed: number): () => number {
  let state = seed | 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const isWorkingDay = (on: string) => ![0, 6].includes(new Date(on).getUTCDay()) && !holidays.includes(on)
const windowOf = (on: string) => [0, 1, 2, 3].map((days) => dayAfter(on, days))
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

describe('years of calls, at sites of every zone', () => {
  test('lose no call and double none: each in its window, in contact hours, on a working day, shared evenly', {
    timeout,
  }, () => {
    // In the full run each zone has one kind of hours, so that two years of all zones take minutes.
    for (const [index, timeZone] of tried.entries())
      for (const hours of isFull ? profiles.slice(index % 3, (index % 3) + 1) : profiles) {
        const { site, desk } = run(timeZone, hours, randomFrom(index + 7), 0)
        expect(desk.listings.map(({ call }) => call.id).sort(), timeZone).toEqual([...desk.calls.keys()].sort())
        for (const { call, at, on } of desk.listings) {
          const { dueFrom = '', dueTo = '' } = call
          expect([timeZone, hours, at, dueFrom <= at && at <= dueTo]).toEqual([timeZone, hours, at, true])
          expect([timeZone, at, isContactTime(site, at), dayAt(site, at)]).toEqual([timeZone, at, true, on])
          const first = dayAt(site, dueFrom)
          // The site may be closed for the whole window, and then it calls on the first day all the same.
          if (windowOf(first).some(isWorkingDay)) expect([on, isWorkingDay(on)]).toEqual([on, true])
          else expect(on).toBe(first)
        }
        for (const [on, shares] of desk.shares) {
          const counts = desk.callerIds.map((id) => shares.find(({ userId }) => userId === id)?.calls ?? 0)
          expect(spread(counts), `${timeZone} ${on}`).toBeLessThanOrEqual(1)
        }
      }
  })

  test('with whole days without a tick still make every call once, and outside its window only if no tick came in it', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...profiles), fc.nat(), (timeZone, hours, seed) => {
        const { desk, site, ticksOn } = run(timeZone, hours, randomFrom(seed), 0.4)
        expect(new Set(desk.listings.map(({ call }) => call.id)).size).toBe(desk.listings.length)
        expect(desk.listings.length).toBe(desk.calls.size)
        for (const { call, at } of desk.listings) {
          expect(isContactTime(site, at)).toBe(true)
          if (at <= (call.dueTo ?? '')) continue
          const inWindow = [...ticksOn.values()]
            .flat()
            .filter((tick) => (call.nextAt ?? '') <= tick && tick <= (call.dueTo ?? ''))
          expect(inWindow).toEqual([])
        }
      }),
      { numRuns: isFull ? 400 : 8, seed: 20_261_130 },
    )
  })
})
