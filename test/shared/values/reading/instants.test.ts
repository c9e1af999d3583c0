import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInstant } from '#shared/values/reading/readInstant.ts'
import { wallAt } from '#shared/values/zonedTime.ts'
import { clockChanges } from '../clockChanges.ts'

const place = { zone: 'Asia/Riyadh', now: '2026-11-20T08:15:00.000Z' }
const read = (text: string) => readInstant(text, place)
const runs = { numRuns: process.env.REDRESS_FULL === '1' ? 5_000 : 300 }

test.each([
  '2026-11-20T08:15:00Z',
  '2026-11-20T08:15Z',
  '2026-11-20T08:15:00.000000Z',
  '2026-11-20T11:15:00+03:00',
  '2026-11-20 11:15 +0300',
  '20/11/2026 11:15',
  '20/11/2026, 11:15:00',
  '2026-11-20 11:15',
  '2026-11-20T11:15',
  '20 Nov, 11:15',
  '20 Nov 2026, 11:15',
  '20 November 2026 at 11:15',
  '20/11/2026 11:15 AM',
  '20 نوفمبر، 11:15',
  '20 نوفمبر 2026 في 11:15 ص',
  '٢٠‏/١١‏/٢٠٢٦، ١١:١٥ ص',
  '2026年11月20日 11:15',
  '2026年11月20日11:15',
  '2026/11/20 上午11:15',
  '2026年11月20日 11时15分',
  '20 nov 2026, 11:15',
  '20 novembre 2026 alle ore 11:15',
  '2026. gada 20. novembris 11:15',
  '20. nov. 11:15',
  '20/11/2026 11:15 GMT+3',
  '20/11/2026 08:15 UTC',
  'الجمعة، 20 نوفمبر 2026 في 11:15:00 ص غرينتش+3',
  '2026年11月20日星期五 GMT+3 11:15:00',
  'venerdì 20 novembre 2026 alle ore 11:15:00 GMT+3',
  'piektdiena, 2026. gada 20. novembris 11:15:00 GMT+3',
])('%s is that instant', (text) => {
  expect(read(text)).toBe('2026-11-20T08:15:00.000Z')
})

test.each([
  ['20/11/2026 3:05 PM', '2026-11-20T12:05:00.000Z'],
  ['20/11/2026 3:05 م', '2026-11-20T12:05:00.000Z'],
  ['2026/11/20 下午3:05', '2026-11-20T12:05:00.000Z'],
  ['20/11/2026 12:00 AM', '2026-11-19T21:00:00.000Z'],
  ['2026-11-20 11:15:30.250', '2026-11-20T08:15:30.250Z'],
  ['2026-11-20', '2026-11-19T21:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(read(text)).toBe(instant)
})

test.each([
  '2026-02-31 10:00',
  '2026-02-31T10:00:00Z',
  '20/11/2026 25:00',
  '20/11/2026 13:05 PM',
  '20/11/2026 10:60',
  '2026-11-2010:00',
  '10:00',
  '2025م 10:05',
  '11/20/2026 08:15',
  '20/11/26 08:15',
  '2026-11-20T08:15:00+15:00',
  'Nov 20, 11:15',
])('%s is no instant, or may be another', (text) => {
  expect(read(text)).toBeUndefined()
})

test('a reading that clocks skip in spring is refused, and of two in autumn the first is meant', () => {
  const riga = (text: string) => readInstant(text, { ...place, zone: 'Europe/Riga' })
  expect(riga('2026-03-29 03:30')).toBeUndefined()
  expect(riga('2026-03-29 04:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(riga('2026-10-25 03:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(riga('2026-10-25 03:30+02:00')).toBe('2026-10-25T01:30:00.000Z')
  // In Cairo clocks go forward at midnight: the day begins an hour later.
  expect(readInstant('2026-04-24', { ...place, zone: 'Africa/Cairo' })).toBe('2026-04-23T22:00:00.000Z')
})

test('around every change of clocks, a wall clock is read as an instant at which it reads so, or not at all', () => {
  fc.assert(
    fc.property(fc.constantFrom(...clockChanges), fc.integer({ min: -180, max: 180 }), ({ timeZone, at }, minutes) => {
      const wall = wallAt(timeZone, at) + minutes * 60_000
      const text = new Date(wall).toISOString().slice(0, 16).replace('T', ' ')
      const instant = readInstant(text, { zone: timeZone, now: place.now })
      if (instant) expect(wallAt(timeZone, Date.parse(instant))).toBe(wall)
      else expect(wallAt(timeZone, at) - wallAt(timeZone, at - 60_000)).toBeGreaterThan(60_000)
    }),
    runs,
  )
})

test('an instant with any offset is the same instant', () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 })
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
      offset,
      (at, minutes) => {
        const wall = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1)
        const size = Math.abs(minutes)
        const two = (value: number) => String(value).padStart(2, '0')
        const text = `${wall}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
        expect(read(text), text).toBe(at.toISOString())
      },
    ),
    runs,
  )
})
