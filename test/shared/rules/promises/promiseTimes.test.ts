import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#shared/rules/cases/clockProfile.ts'
import { alarmTimes } from '#shared/rules/promises/promiseAlarms.ts'
import { suggestedDueAt } from '#shared/rules/promises/suggestedDueAt.ts'
import { promising } from './sentences.ts'

const start = Date.parse('2026-01-01T00:00:00.000Z')
const minute = 60_000
/** An instant of two years, to the minute. */
const instant = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }).map((minutes) => start + minutes * minute)
const iso = (time: number) => new Date(time).toISOString()
const zone = fc.constantFrom(
  ...['Asia/Riyadh', 'Europe/Rome', 'Europe/Riga', 'Asia/Shanghai', 'America/St_Johns', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'],
)

test('in every zone the alarms come in their order: near the end, when it is due, and on a later working day', () => {
  const length = fc.integer({ min: 1, max: 60 * 24 * 60 })
  fc.assert(
    fc.property(zone, instant, length, (timeZone, made, minutes) => {
      const [createdAt, dueAt] = [iso(made), iso(made + minutes * minute)]
      const [near = '', due = '', late = ''] = alarmTimes({ createdAt, dueAt }, calendarOf({ timeZone }))
      expect([createdAt <= near, near <= due, due === dueAt, due < late]).toEqual([true, true, true, true])
      expect(Date.parse(late) - Date.parse(due)).toBeLessThanOrEqual(5 * 24 * 60 * minute)
    }),
  )
})

test('whatever is promised, in every zone and at every minute, the day suggested for it is still to come', () => {
  fc.assert(
    fc.property(zone, instant, fc.constantFrom(...promising), (timeZone, now, sentence) => {
      const dueAt = suggestedDueAt(sentence, { timeZone }, iso(now))
      expect(dueAt > iso(now)).toBe(true)
      expect(Date.parse(dueAt) - now).toBeLessThan(367 * 24 * 60 * minute)
    }),
  )
})
