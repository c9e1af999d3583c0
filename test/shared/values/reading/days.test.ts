import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '#shared/values/reading/readDay.ts'

const place = { zone: 'Asia/Riyadh', now: '2026-11-20T08:15:00.000Z' }
const read = (text: string) => readDay(text, place)
const runs = { numRuns: process.env.REDRESS_FULL === '1' ? 5_000 : 300 }

test.each([
  '1990-02-28',
  '1990/2/28',
  '1990.02.28.',
  '28/02/1990',
  '28.2.1990',
  '28. 2. 1990',
  '28-02-1990',
  '28-Feb-1990',
  '28 Feb 1990',
  '28th February 1990',
  'February 28, 1990',
  'Wednesday, February 28, 1990',
  '1990-02-28 00:00:00',
  '1990-02-28T00:00:00',
  '28/02/1990 0:00',
  '28/02/1990 12:00:00 AM',
  '1990年2月28日',
  '1990年2月28日星期三',
  '٢٨/٠٢/١٩٩٠',
  '٢٨ فبراير ١٩٩٠',
  '28 شباط 1990',
  'الأربعاء، 28 شباط، 1990',
  '28 febbraio 1990',
  'mercoledì 28 febbraio 1990',
  '1990. gada 28. februāris',
  'trešdiena, 1990. gada 28. februāris',
  '1990. g. 28. febr.',
  '\u200f28\u200f/2\u200f/1990',
  '28\u20112\u20111990',
  '２８／０２／１９９０',
])('%s is 28 February 1990', (text) => {
  expect(read(text)).toBe('1990-02-28')
})

test.each([
  ['3 Nov', '2026-11-03'],
  ['3-Nov', '2026-11-03'],
  ['3 نوفمبر', '2026-11-03'],
  ['3 تشرين الثاني', '2026-11-03'],
  ['11月3日', '2026-11-03'],
  ['3. nov.', '2026-11-03'],
  ['3 كانون الأول 2025', '2025-12-03'],
  ['29 Feb 2024', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(read(text)).toBe(day)
})

test.each([
  '',
  '2026-02-31',
  '31/02/2026',
  '29 Feb 2026',
  '2月30日',
  '12/31/2003',
  '01/02/90',
  '01-Feb-90',
  'Nov 25',
  'Nov 2025',
  '3/11',
  '1447/05/03',
  '28 Feb 1447',
  'Tuesday, February 28, 1990',
  '28 Feb Mar 1990',
  '1990-02/28',
  '1990-02-28 10:00',
  '1990-02-28T00:00:00Z',
  '28 Fe 1990',
  'tomorrow',
  '46000',
  '2026-13-01',
  '0/0/2026',
])('%s is no day, or may be another', (text) => {
  expect(read(text)).toBeUndefined()
})

test('a day without its year is of the year that the zone has now', () => {
  const newYear = '2026-12-31T22:00:00.000Z'
  expect(readDay('1 Jan', { zone: 'Asia/Riyadh', now: newYear })).toBe('2027-01-01')
  expect(readDay('1 Jan', { zone: 'Europe/London', now: newYear })).toBe('2026-01-01')
})

const part = (max: number) =>
  fc.nat(max).chain((value) => fc.constantFrom(String(value), String(value).padStart(2, '0')))

test('an impossible day is never accepted, and a possible one is that day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1800, max: 2199 }),
      part(14),
      part(33),
      fc.constantFrom('-', '/', '.'),
      (year, month, day, sign) => {
        const at = new Date(Date.UTC(year, Number(month) - 1, Number(day)))
        const isDay = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
        const expected = isDay ? at.toISOString().slice(0, 10) : undefined
        expect(read([year, month, day].join(sign))).toBe(expected)
        expect(read([day, month, year].join(sign))).toBe(expected)
      },
    ),
    runs,
  )
})

const styles = ['short', 'medium', 'long', 'full'] as const
const dayOfPeople = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

test('every day that our languages write with its whole year is read as that day', () => {
  fc.assert(
    fc.property(
      dayOfPeople,
      fc.constantFrom('en-GB', 'ar', 'ar-SA', 'ar-EG', 'ar-SY', 'ar-MA', 'zh', 'it', 'lv'),
      fc.constantFrom(...styles),
      (at, language, dateStyle) => {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' })
        const text = format.format(at)
        const hasYear = format.formatToParts(at).some(({ type, value }) => type === 'year' && value.length === 4)
        expect(read(text), text).toBe(hasYear ? at.toISOString().slice(0, 10) : undefined)
      },
    ),
    runs,
  )
})

test('no text breaks it, and what is read is a day', () => {
  const letter = fc.constantFrom(...'0123456789-/.: ,T年月日', 'Nov', 'شباط', '\u202a', '٣', 'AM', '+03:00', 'gada')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 14 }), (letters) => {
      const day = read(letters.join(''))
      if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
    }),
    runs,
  )
})
