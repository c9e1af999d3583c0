import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Matter, toldBy } from './matter.ts'

const receivedAt = '2026-03-02T07:00:00.000Z'
const hour = 3_600_000
const at = (days: number, hours = 0) => new Date(Date.parse(receivedAt) + days * 24 * hour + hours * hour).toISOString()
const opened = (values = {}, now = receivedAt) => new Matter({ receivedAt, ownerId: 'owner', ...values }, now)

describe('the alarms of a case', () => {
  it('tell the owner at half, the unit manager too at four fifths, the director too at the limit', () => {
    const matter = opened()
    expect(matter.record.dueAt).toBe('2026-03-03T06:00:00.000Z')
    expect(matter.tick('2026-03-03T06:00:00.000Z')).toEqual(['acknowledgement-near 50 owner'])
    expect(matter.tick('2026-03-03T10:48:00.000Z')).toEqual([
      'acknowledgement-near 80 owner',
      'acknowledgement-near 80 unit-manager',
    ])
    expect(matter.tick('2026-03-03T14:00:00.000Z')).toEqual([
      'acknowledgement-overdue 100 owner',
      'acknowledgement-overdue 100 unit-manager',
      'acknowledgement-overdue 100 director',
    ])
  })

  it('catch up after a week without a tick by the highest one of each clock', () => {
    const told = opened().tick(at(8))
    expect(told.filter((each) => each.endsWith('owner'))).toEqual([
      'acknowledgement-overdue 100 owner',
      'extension-notice-overdue 100 owner',
      'response-overdue 100 owner',
    ])
    expect(told).toHaveLength(9)
  })

  it('tell the unit manager once where nobody owns the case', () => {
    const matter = opened({ ownerId: undefined })
    expect(matter.tick('2026-03-03T10:48:00.000Z')).toEqual(['acknowledgement-near 80 unit-manager'])
  })

  it('stop with the step they wait for', () => {
    const matter = opened().step('acknowledge', at(0, 1), { how: 'phone', contactPerson: 'Huda Nasser' })
    expect(matter.tick(at(2))).toEqual([])
    expect(matter.record.dueAt).toBe(at(3))
    expect(matter.step('withdraw', at(2), { reason: 'Settled' }).record.dueAt).toBeUndefined()
  })

  it('say nothing twice, whatever the ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 * 12 }), { maxLength: 30 }), (hours) => {
        const matter = opened()
        const ticks = [...hours, ...hours].sort((a, b) => a - b)
        const told = ticks.flatMap((each) => matter.tick(at(0, each)))
        expect(new Set(told).size).toBe(told.length)
        matter.tick(at(13))
        expect(matter.notices.map(toldBy)).toEqual(expect.arrayContaining(['response-overdue 100 director']))
        expect(matter.record.dueAt).toBeUndefined()
        expect(new Set(matter.notices.map(({ key }) => String(key))).size).toBe(matter.notices.length)
      }),
    )
  })
})

describe('a case that comes in after its limits', () => {
  it('raises no alarm and is noted for the digest of the morning', () => {
    const matter = opened({}, at(30))
    expect(matter.record).toMatchObject({ isOverdueOnArrival: true })
    expect(matter.record.dueAt).toBeUndefined()
    expect(matter.tick(at(60))).toEqual([])
  })

  it('alarms only of what still lies ahead', () => {
    const matter = opened({}, at(5))
    expect(matter.record).toMatchObject({ isOverdueOnArrival: true })
    expect(matter.tick(at(5))).toEqual([])
    expect(matter.tick(at(5, 24 * 0.6 + 0.1))).toEqual(['response-near 80 owner', 'response-near 80 unit-manager'])
  })

  it('leaves the digest when nothing of it is overdue any more', () => {
    const matter = opened({}, at(5)).step('acknowledge', at(5, 1), { how: 'phone', contactPerson: 'Huda Nasser' })
    expect(matter.record.isOverdueOnArrival).toBeUndefined()
  })
})

describe('a major case', () => {
  const marked = () => opened().step('mark-major', at(0, 1), { reasons: ['hospital-incident'] })

  it('is told to the director at once and urgently, and once', () => {
    const matter = marked()
    expect(matter.notices.map(toldBy)).toEqual(['major-case director'])
    expect(matter.notices[0]?.values).toMatchObject({ urgency: 'urgent' })
    expect(matter.tick(at(0, 1))).toEqual([])
  })

  it('alarms within the hour, night or day, until the director knows', () => {
    const matter = marked()
    expect(matter.tick(at(0, 1.5))).toEqual(['director-told-near 50 owner'])
    expect(matter.tick(at(0, 1.8))).toEqual(['director-told-near 80 owner', 'director-told-near 80 unit-manager'])
    expect(matter.step('director-informed', at(0, 1.9)).tick(at(0, 3))).toEqual([])
    expect(() => matter.step('director-informed', at(0, 2))).toThrow('DIRECTOR_KNOWS')
    expect(() => opened().step('director-informed', at(0, 2))).toThrow('NOT_MAJOR')
  })

  it('that is opened as one is told by the next tick, and an old one is not', () => {
    expect(opened({ severity: 'major' }).tick(at(0, 0.1))).toEqual(['major-case director'])
    expect(opened({ severity: 'major' }, at(30)).tick(at(31))).toEqual([])
  })

  it('is not answered before the director knows of it', () => {
    const matter = marked().write({ status: 'assessed' }, at(0, 2))
    const answer = { noRemedyReason: 'An apology was enough.' }
    expect(() => matter.step('respond', at(0, 3), answer)).toThrow('DIRECTOR_FIRST')
    expect(matter.step('director-informed', at(0, 3)).step('respond', at(0, 4), answer).record.status).toBe(
      'responding',
    )
  })

  it('is told again when it is reopened', () => {
    const matter = marked()
      .step('director-informed', at(0, 2))
      .write({ status: 'closed', resolvedAt: at(3) }, at(3))
    expect(matter.step('reopen', at(9), { reason: 'New facts' }).tick(at(9))).toEqual(['major-case director'])
  })
})
