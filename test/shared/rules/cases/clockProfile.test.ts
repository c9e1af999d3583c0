import { describe, expect, it } from 'vitest'
import { calendarOf, figuresAt, standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { alarmsOf, type Clock, type Duration, elapsedShare } from '#shared/values/clock.ts'

const site = calendarOf({ timeZone: 'Asia/Riyadh' })
const receivedAt = '2026-03-02T07:00:00.000Z'
const clockOf = (duration: Duration): Clock => ({ calendar: site, startAt: receivedAt, duration })
const daysLater = (days: number) => new Date(Date.parse(receivedAt) + days * 86_400_000).toISOString()

const { acknowledgementDays, extensionNoticeDays, responseDays } = standardFigures
const standard = {
  acknowledgement: { workingDays: acknowledgementDays },
  extensionNotice: { calendarDays: extensionNoticeDays },
  response: { calendarDays: responseDays },
}

describe('a complaint not acknowledged in 7 days, with no extension letter, answered after 36 days', () => {
  it.each([
    ['acknowledgement', 7],
    ['extensionNotice', 7],
    ['response', 36],
  ] as const)('has alarmed every level about the %s', (name, days) => {
    const rung = (alarmsOf(clockOf(standard[name])) ?? []).filter(({ at }) => at <= daysLater(days))
    expect(rung.map((alarm) => alarm.percent)).toEqual([50, 80, 100])
    expect(rung.at(-1)?.addressees).toEqual(['owner', 'level-1', 'level-2'])
  })

  it('alerted its people to each deadline before it passed', () => {
    const firstOf = (duration: Duration) => alarmsOf(clockOf(duration))?.[0]?.at ?? ''
    expect(firstOf(standard.acknowledgement) < daysLater(1)).toBe(true)
    expect(firstOf(standard.extensionNotice)).toBe(daysLater(3))
    expect(firstOf(standard.response)).toBe(daysLater(3.5))
    expect(elapsedShare(clockOf(standard.response), daysLater(36))).toBeCloseTo(36 / 7, 9)
  })
})

describe('a site', () => {
  it('reads the hours a site has set', () => {
    const hours = [{ from: '10:00', to: '12:00' }]
    const set = calendarOf({ timeZone: 'Asia/Riyadh', calendar: { friday: hours, holidays: [{ on: '2026-09-23' }] } })
    expect(set).toEqual({ timeZone: 'Asia/Riyadh', weekly: { friday: hours }, holidays: ['2026-09-23'] })
    expect(Object.keys(calendarOf({ timeZone: 'Asia/Riyadh', calendar: {} }).weekly)).toHaveLength(5)
  })

  it('works by the standard until a version is in force, and by the version of each instant from then on', () => {
    const version = (responseDays: number, fromAt: string) => ({ responseDays, fromAt, limitAMinor: 1, limitBMinor: 2 })
    const profiles = [version(10, daysLater(0)), version(5, daysLater(9))]
    const at = (instant: string, others = {}) => figuresAt({ profiles, ...others }, instant).responseDays
    expect([daysLater(-1), daysLater(0), daysLater(8), daysLater(9)].map((each) => at(each))).toEqual([7, 10, 10, 5])
    expect(at(daysLater(-1), { hasOlderProfiles: true })).toBe(10)
    expect(figuresAt(undefined, receivedAt)).toEqual(standardFigures)
  })
})
