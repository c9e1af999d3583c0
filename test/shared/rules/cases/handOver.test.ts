import { describe, expect, it } from 'vitest'
import { Matter } from './matter.ts'

const receivedAt = '2026-03-02T07:00:00.000Z'
const minutes = (count: number) => new Date(Date.parse(receivedAt) + count * 60_000).toISOString()
const opened = (values = {}, now = receivedAt) => new Matter({ receivedAt, channel: 'in-person', ...values }, now)
const handOver = ({ record }: Matter) =>
  (record.clocks as { name: string; dueAt?: string; ending?: string }[]).filter(({ name }) => name === 'hand-over')

describe('the time until a lead comes', () => {
  it('runs for a quarter of an hour while the patient is there, or on the phone', () => {
    for (const channel of ['in-person', 'phone'])
      expect(handOver(opened({ channel }))).toMatchObject([{ dueAt: minutes(15) }])
    for (const channel of ['email', 'letter', 'web', 'survey', undefined])
      expect(handOver(opened({ channel }))).toEqual([])
  })

  it('does not run for a case that is written down later, or that somebody has already', () => {
    expect(handOver(opened({}, minutes(60)))).toHaveLength(1)
    expect(handOver(opened({}, minutes(61)))).toEqual([])
    expect(handOver(opened({ ownerId: 'owner' }))).toEqual([])
    expect(handOver(opened({}, minutes(61)).write({ plan: 'Ask the ward' }, minutes(62)))).toEqual([])
  })

  it('is told of to the unit manager alone, at any hour', () => {
    const matter = opened()
    expect(matter.record.dueAt).toBe(minutes(7.5))
    expect(matter.tick(minutes(8))).toEqual(['hand-over-near 50 unit-manager'])
    expect(matter.tick(minutes(15))).toEqual(['hand-over-overdue 100 unit-manager'])
    expect(matter.notices.map(({ values }) => values.urgency)).toEqual(['urgent', 'urgent'])
    expect(matter.tick(minutes(40))).toEqual([])
  })

  it('ends when somebody owns the case, or has acknowledged it, and does not begin again', () => {
    const taken = opened().step('hand-over', minutes(10), { ownerId: 'owner' })
    expect(handOver(taken)).toMatchObject([{ ending: 'in-time' }])
    expect(handOver(opened().step('hand-over', minutes(20), { ownerId: 'owner' }))).toMatchObject([{ ending: 'late' }])
    const acknowledged = opened().step('acknowledge', minutes(5), { how: 'in person', contactPerson: 'Huda Nasser' })
    expect(handOver(acknowledged)).toMatchObject([{ ending: 'in-time' }])
    expect(handOver(taken.step('release-owner', minutes(30)))).toHaveLength(1)
    expect(handOver(taken)).toMatchObject([{ ending: 'in-time' }])
  })

  it('is no longer needed when the patient leaves', () => {
    expect(handOver(opened().step('withdraw', minutes(5), { reason: 'Left' }))).toMatchObject([{ ending: 'stopped' }])
  })
})
