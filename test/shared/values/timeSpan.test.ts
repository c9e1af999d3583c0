import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDayText, nextDayText, timeSpan } from '#shared/values/timeSpan.ts'
import { civilDay, dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { clockChanges, hour, zones } from './clockChanges.ts'

const iso = (at: number) => new Date(at).toISOString()
const bounds = (text: string, timeZone: string) => {
  const { from, to } = timeSpan(text, timeZone)
  return [iso(from), iso(to)]
}

describe('the time that follows', () => {
  it.each([
    ['2026-03-15', '2026-03-16'],
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2026-12-31', '2027-01-01'],
    ['2026-01', '2026-02'],
    ['2026-12', '2027-01'],
    ['2028-02', '2028-03'],
    ['2026', '2027'],
    ['1999', '2000'],
  ])('%s is %s', (text, next) => {
    expect(nextDayText(text)).toBe(next)
  })
})

describe('a span', () => {
  it.each([
    ['2026-03-15', 'Asia/Riyadh', '2026-03-14T21:00:00.000Z', '2026-03-15T21:00:00.000Z'],
    ['2026-03-15', 'UTC', '2026-03-15T00:00:00.000Z', '2026-03-16T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Riga', '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'],
    ['2026-10-25', 'Europe/Rome', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2026-03', 'Europe/Rome', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2028-02', 'Asia/Kathmandu', '2028-01-31T18:15:00.000Z', '2028-02-29T18:15:00.000Z'],
    ['2026', 'America/New_York', '2026-01-01T05:00:00.000Z', '2027-01-01T05:00:00.000Z'],
    // Clocks go from 24:00 to 1:00: the day begins at one o'clock.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
    ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
    // Clocks go from 1:00 back to midnight, which comes twice: the day begins with the first.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ])('of %s in %s is from %s to %s', (text, timeZone, from, to) => {
    expect(bounds(text, timeZone)).toEqual([from, to])
  })

  it('of a day that a country left out is empty', () => {
    const [from, to] = bounds('2011-12-30', 'Pacific/Apia')
    expect(from).toBe('2011-12-30T10:00:00.000Z')
    expect(to).toBe(from)
  })

  it('of an instant is its millisecond, in every zone', () => {
    for (const timeZone of ['UTC', 'Asia/Riyadh', 'Europe/Rome'])
      expect(bounds('2026-03-15T08:30:00.250Z', timeZone)).toEqual([
        '2026-03-15T08:30:00.250Z',
        '2026-03-15T08:30:00.251Z',
      ])
    expect(['2026', '2026-03', '2026-03-15', '2026-03-15T00:00:00.000Z'].map(isDayText)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('in every zone', () => {
  it('days follow each other without a gap around each change of clocks, and each instant is of the day it reads', () => {
    for (const { timeZone, at } of clockChanges) {
      let day = dayOf(wallAt(timeZone, at - civilDay))
      for (let count = 0; count < 3; count++) {
        const next = nextDayText(day)
        expect(timeSpan(next, timeZone).from, `${timeZone} ${next}`).toBe(timeSpan(day, timeZone).to)
        day = next
      }
      for (let instant = at - 3 * hour; instant < at + 3 * hour; instant += hour / 4) {
        const own = dayOf(wallAt(timeZone, instant))
        const { from, to } = timeSpan(own, timeZone)
        expect(from <= instant && instant < to, `${timeZone} ${iso(instant)} is of ${own}`).toBe(true)
      }
    }
  })

  it('a month is its days, and a year its months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.constantFrom(...zones), (year, timeZone) => {
        for (const [whole, first] of [
          [`${year}`, `${year}-01`],
          [`${year}-02`, `${year}-02-01`],
        ] as const) {
          const { from, to } = timeSpan(whole, timeZone)
          let end = from
          for (let part: string = first; part.startsWith(whole); part = nextDayText(part)) {
            const span = timeSpan(part, timeZone)
            expect(span.from, `${timeZone} ${part}`).toBe(end)
            end = span.to
          }
          expect(end, `${timeZone} ${whole}`).toBe(to)
        }
      }),
    )
  })
})
