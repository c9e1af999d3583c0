import { describe, expect, it } from 'vitest'
import { civilDay, dayOf, instantOf, isTimeZone, offsetAt, steadyWallAt, wallAt } from '#shared/values/zonedTime.ts'
import { clockChanges, hour, zones } from './clockChanges.ts'

const wall = (text: string) => Date.parse(`${text}Z`)
const iso = (epochMs: number) => new Date(epochMs).toISOString()

describe('a wall clock', () => {
  it.each([
    ['Asia/Riyadh', '2026-03-01T09:00', '2026-03-01T06:00:00.000Z'],
    ['Europe/Riga', '2026-03-29T03:30', '2026-03-29T01:00:00.000Z'],
    ['Europe/Rome', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00.000Z'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00.000Z'],
  ])('in %s first reads %s at %s', (timeZone, reading, instant) => {
    expect(iso(instantOf(timeZone, wall(reading)))).toBe(instant)
  })

  it('stands still in the repeated hour', () => {
    const read = (instant: string) => iso(steadyWallAt('Europe/Rome', Date.parse(instant))).slice(11, 16)
    expect(['2026-10-25T00:59:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:59:00Z'].map(read)).toEqual([
      '02:59',
      '03:00',
      '03:00',
    ])
    expect(read('2026-10-25T02:01:00Z')).toBe('03:01')
  })

  it('knows time zones and days', () => {
    expect([isTimeZone('Asia/Riyadh'), isTimeZone('Asia/Atlantis')]).toEqual([true, false])
    expect(dayOf(wall('2026-11-21T23:59'))).toBe('2026-11-21')
  })
})

describe('every zone, around each change of its clocks in two years', () => {
  it('turns readings into their first instant', () => {
    for (const { timeZone, at: changeMs } of clockChanges)
      for (let each = changeMs - 26 * hour; each < changeMs + 26 * hour; each += 0.75 * hour) {
        const first = instantOf(timeZone, wallAt(timeZone, each))
        expect(first <= each && wallAt(timeZone, first) === wallAt(timeZone, each), `${timeZone} ${iso(each)}`).toBe(
          true,
        )
        if (offsetAt(timeZone, first) === offsetAt(timeZone, each)) expect(first).toBe(each)
      }
  })

  it('never turns a later reading into an earlier instant, nor a later instant into an earlier steady reading', () => {
    for (const { timeZone, at: changeMs } of clockChanges) {
      let [lastInstant, lastReading] = [0, 0]
      for (let step = -3 * hour; step < 3 * hour; step += hour / 4) {
        const instant = instantOf(timeZone, wallAt(timeZone, changeMs - civilDay) + civilDay + step)
        const reading = steadyWallAt(timeZone, changeMs + step)
        expect(instant >= lastInstant && reading >= lastReading, `${timeZone} ${iso(changeMs + step)}`).toBe(true)
        ;[lastInstant, lastReading] = [instant, reading]
      }
    }
  })

  it('covers all time zones', () => {
    expect(zones.length).toBeGreaterThan(400)
    expect(clockChanges.length).toBeGreaterThan(400)
  })
})
