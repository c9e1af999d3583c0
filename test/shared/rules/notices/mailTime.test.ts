import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailAttempts, mailTimeOf, retryAt } from '#shared/rules/notices/mailTime.ts'

const zone = 'Asia/Riyadh'
const normal = { urgency: 'normal' } as const
const urgent = { urgency: 'urgent' } as const
const office = [{ from: '08:00', to: '17:00' }]
const hours = { sunday: office, monday: office }
const noon = '2026-11-29T09:00:00.000Z'
const evening = '2026-11-29T16:00:00.000Z'

test('every notice is mailed at once to one who has chosen nothing', () => {
  expect(mailTimeOf({}, normal, zone, evening)).toBe(evening)
})

test('who wants urgent mail only gets no other, and who wants none gets none', () => {
  expect(mailTimeOf({ noticeMail: 'urgent' }, normal, zone, noon)).toBeUndefined()
  expect(mailTimeOf({ noticeMail: 'urgent' }, urgent, zone, noon)).toBe(noon)
  expect(mailTimeOf({ noticeMail: 'none' }, urgent, zone, noon)).toBeUndefined()
})

test('a mail waits for the hours of its reader unless it is urgent', () => {
  expect(mailTimeOf({ noticeHours: hours }, normal, zone, noon)).toBe(noon)
  expect(mailTimeOf({ noticeHours: hours }, normal, zone, evening)).toBe('2026-11-30T05:00:00.000Z')
  expect(mailTimeOf({ noticeHours: hours }, urgent, zone, evening)).toBe(evening)
})

test('what was read is not mailed', () => {
  expect(mailTimeOf({}, { ...urgent, readAt: noon }, zone, evening)).toBeUndefined()
})

test('a mail never goes back in time, and waits a week at the most', () => {
  const anyInstant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  const anyZone = fc.constantFrom('Asia/Riyadh', 'Europe/Riga', 'America/New_York', 'Pacific/Apia')
  fc.assert(
    fc.property(anyInstant, anyZone, (date, timeZone) => {
      const now = date.toISOString()
      const at = mailTimeOf({ noticeHours: hours }, normal, timeZone, now) ?? ''
      expect(at >= now).toBe(true)
      expect(Date.parse(at) - date.getTime()).toBeLessThan(7 * 86_400_000)
      expect(mailTimeOf({ noticeHours: hours }, normal, timeZone, at)).toBe(at)
    }),
  )
})

test('the pauses between tries grow from five minutes to four hours', () => {
  const pauses = Array.from(
    { length: mailAttempts },
    (_, index) => Date.parse(retryAt(index + 1, noon)) - Date.parse(noon),
  )
  expect(pauses.map((ms) => ms / 60_000)).toEqual([5, 10, 20, 40, 80, 160, 240, 240, 240, 240, 240, 240])
})
