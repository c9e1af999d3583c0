import { describe, expect, it } from 'vitest'
import { acknowledgementWithin, calendarOf, standardDurations } from '#shared/rules/cases/clockProfile.ts'
import { alarmsOf, type Clock, type Duration, elapsedShare } from '#shared/values/clock.ts'

const site = calendarOf({ timeZone: 'Asia/Riyadh' })
const receivedAt = '2026-03-02T07:00:00.000Z'
const clockOf = (duration: Duration): Clock => ({ calendar: site, startAt: receivedAt, duration })
const daysLater = (days: number) => new Date(Date.parse(receivedAt) + days * 86_400_000).toISOString()

describe('a complaint not acknowledged in 7 days, with no extension letter, answered after 36 days', () => {
  it.each([
    ['acknowledgement', 7],
    ['extensionNotice', 7],
    ['response', 36],
  ] as const)('has alarmed every level about the %s', (name, days) => {
    const rung = (alarmsOf(clockOf(standardDurations[name])) ?? []).filter(({ at }) => at <= daysLater(days))
    expect(rung.map((alarm) => alarm.percent)).toEqual([50, 80, 100])
    expect(rung.at(-1)?.addressees).toEqual(['owner', 'level-1', 'level-2'])
  })

  it('alerted its people to each deadline before it passed', () => {
    const firstOf = (duration: Duration) => alarmsOf(clockOf(duration))?.[0]?.at ?? ''
    expect(firstOf(standardDurations.acknowledgement) < daysLater(1)).toBe(true)
    expect(firstOf(standardDurations.extensionNotice)).toBe(daysLater(3))
    expect(firstOf(standardDurations.response)).toBe(daysLater(3.5))
    expect(elapsedShare(clockOf(standardDurations.response), daysLater(36))).toBeCloseTo(36 / 7, 9)
  })
})

describe('a profile', () => {
  it('allows one to three working days for an acknowledgement', () => {
    expect([0, 1, 3, 9].map(acknowledgementWithin)).toEqual([1, 1, 3, 3].map((workingDays) => ({ workingDays })))
  })

  it('reads the hours a site has set', () => {
    const hours = [{ from: '10:00', to: '12:00' }]
    const set = calendarOf({ timeZone: 'Asia/Riyadh', calendar: { friday: hours, holidays: [{ on: '2026-09-23' }] } })
    expect(set).toEqual({ timeZone: 'Asia/Riyadh', weekly: { friday: hours }, holidays: ['2026-09-23'] })
    expect(Object.keys(calendarOf({ timeZone: 'Asia/Riyadh', calendar: {} }).weekly)).toHaveLength(5)
  })
})
