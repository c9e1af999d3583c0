import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAway, isOnDuty, nextWithin } from '#shared/rules/users/presence.ts'

const zone = 'Asia/Riyadh'
const office = {
  timeZone: zone,
  calendar: { sunday: [{ from: '08:00', to: '17:00' }], holidays: [{ on: '2026-12-06' }] },
}
const sunday = '2026-11-29T09:00:00.000Z'
const holiday = '2026-12-06T09:00:00.000Z'

test('who has no hours is on duty in those of the site, holidays excepted', () => {
  expect(isOnDuty({}, office, sunday)).toBe(true)
  expect(isOnDuty({}, office, '2026-11-29T14:00:00.000Z')).toBe(false)
  expect(isOnDuty({}, office, holiday)).toBe(false)
})

test('who has hours is on duty in them, on holidays too', () => {
  const onDuty = { sunday: [{ from: '11:00', to: '13:00' }] }
  expect(isOnDuty({ onDuty }, office, holiday)).toBe(true)
  expect(isOnDuty({ onDuty }, office, '2026-11-29T06:00:00.000Z')).toBe(false)
})

test('hours that were written before they were checked, and hours that never come, are nobody’s', () => {
  const wrong = { sunday: [{ from: '17:00', to: '08:00' }] }
  expect(isOnDuty({ onDuty: wrong }, office, sunday)).toBe(false)
  expect(nextWithin({ timeZone: zone, weekly: {} }, sunday)).toBeUndefined()
})

test('an absence without a last day goes on, and one without a first day has begun', () => {
  expect(isAway({ awayFrom: '2026-11-29' }, zone, '2030-01-01T00:00:00.000Z')).toBe(true)
  expect(isAway({ awayTo: '2026-11-29' }, zone, sunday)).toBe(true)
  expect(isAway({ awayTo: '2026-11-28' }, zone, sunday)).toBe(false)
  expect(isAway({}, zone, sunday)).toBe(false)
})

test('the days in the middle of an absence are away in every zone, and those two days off are not', () => {
  const anyZone = fc.constantFrom('Asia/Riyadh', 'Europe/Riga', 'America/New_York', 'Pacific/Apia', 'Pacific/Niue')
  const anyHour = fc.integer({ min: 0, max: 23 }).map((hour) => String(hour).padStart(2, '0'))
  fc.assert(
    fc.property(anyZone, anyHour, (timeZone, hour) => {
      const away = { awayFrom: '2026-11-10', awayTo: '2026-11-12' }
      const isAwayOn = (day: string) => isAway(away, timeZone, `2026-11-${day}T${hour}:00:00.000Z`)
      expect(['08', '11', '14'].map(isAwayOn)).toEqual([false, true, false])
    }),
  )
})
