import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import type { CaseClock } from '#shared/rules/cases/caseClocks.ts'
import { clockFacts } from '#shared/rules/cases/clockFacts.ts'
import { Matter, riyadh } from './matter.ts'

const receivedAt = '2026-03-02T07:00:00.000Z'
const hour = 3_600_000
const at = (days: number, hours = 0) => new Date(Date.parse(receivedAt) + days * 24 * hour + hours * hour).toISOString()
const opened = (values = {}) => new Matter({ receivedAt, ownerId: 'user_1', ...values }, receivedAt)
const responding = () => opened().write({ status: 'responding', acknowledgedAt: at(0, 1) }, at(0, 1))
const clocksOf = ({ record }: Matter, name: string) =>
  (record.clocks as CaseClock[]).filter((clock) => clock.name === name)

describe('a case that waits for the patient', () => {
  it('has no limit for its answer and no alarm, and both move by the pause', () => {
    const matter = responding().step('await-patient', at(1))
    expect(matter.record).toMatchObject({ pausedAt: at(1), status: 'awaiting-patient' })
    expect(matter.record.responseDueAt).toBeUndefined()
    expect(matter.tick(at(40))).toEqual([])
    expect(matter.step('resume', at(40)).record).toMatchObject({ responseDueAt: at(46) })
    expect(matter.record.pausedAt).toBeUndefined()
    expect(matter.record.dueAt).toBe(at(42))
  })

  it('is held whichever way the waiting ends', () => {
    const matter = responding().step('await-patient', at(1)).step('resolve', at(20), { patientDecision: 'accepted' })
    expect(clocksOf(matter, 'response')).toMatchObject([{ dueAt: at(26), endedAt: at(20), ending: 'in-time' }])
    expect(responding().step('await-patient', at(1)).step('withdraw', at(9)).record.pausedAt).toBeUndefined()
  })

  it('keeps its pauses when it becomes a major one', () => {
    const matter = responding()
      .step('await-patient', at(1))
      .step('mark-major', at(2), { reasons: ['hospital-incident'] })
    expect(matter.record).toMatchObject({ pauses: [{ from: at(1) }] })
    expect(matter.step('resume', at(3)).record).toMatchObject({ responseDueAt: at(9) })
  })

  it('still has its first answer due', () => {
    const matter = opened().write({ status: 'awaiting-patient', acknowledgedAt: undefined }, at(0, 1))
    expect(clocksOf(matter, 'acknowledgement')).toHaveLength(1)
    expect(clocksOf(matter, 'acknowledgement')[0]?.dueAt).toBe('2026-03-03T14:00:00.000Z')
  })
})

describe('a case that is reopened', () => {
  const reopened = () =>
    responding().step('resolve', at(9), { patientDecision: 'rejected' }).step('reopen', at(30), { reason: 'New facts' })

  it('begins its clocks at the reopening and keeps the old ones with how they ended', () => {
    expect(clocksOf(reopened(), 'response')).toMatchObject([
      { startedAt: receivedAt, dueAt: at(7), endedAt: at(9), ending: 'late' },
      { startedAt: at(30), dueAt: at(37) },
    ])
    expect(reopened().record).toMatchObject({ responseDueAt: at(37) })
    expect(clocksOf(reopened(), 'acknowledgement')).toMatchObject([{ ending: 'in-time' }])
  })

  it('alarms by its new clocks only', () => {
    const matter = reopened()
    expect(matter.tick(at(33))).toEqual(['extension-notice-near 50 user_1'])
    expect(matter.tick(at(33, 12))).toEqual(['response-near 50 user_1'])
  })
})

describe('a case that comes back from being merged', () => {
  it('goes on by the clocks it had', () => {
    const matter = responding().write({ status: 'merged' }, at(2))
    expect(matter.record.dueAt).toBeUndefined()
    expect(clocksOf(matter, 'response')).toMatchObject([{ endedAt: at(2), ending: 'stopped' }])
    matter.write({ status: 'responding' }, at(4))
    expect(clocksOf(matter, 'response')).toMatchObject([{ startedAt: receivedAt, dueAt: at(7) }])
    expect(clocksOf(matter, 'response')[0]).not.toHaveProperty('endedAt')
  })
})

const step = fc.record({
  name: fc.constantFrom('await-patient', 'resume', 'resolve', 'reopen', 'mark-major', 'director-informed', 'touch'),
  hours: fc.integer({ min: 1, max: 90 }),
})

/** A case after any steps it allowed, and the instants at which it was paused and ran. */
function afterSteps(steps: readonly { name: string; hours: number }[]) {
  const matter = responding()
  let now = at(0, 1)
  for (const { name, hours } of steps) {
    now = new Date(Date.parse(now) + hours * hour).toISOString()
    try {
      if (name === 'touch') matter.write({ summary: now }, now)
      else matter.step(name, now, { reasons: ['hospital-incident'], patientDecision: 'partly' })
    } catch {
      // The state does not allow it.
    }
  }
  return { matter, now }
}

describe('any case', () => {
  it('has at most one running clock of a name, and an open pause exactly while it waits for the patient', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { record } = afterSteps(steps).matter
        const running = (record.clocks as CaseClock[]).filter(({ endedAt }) => endedAt === undefined)
        expect(new Set(running.map(({ name }) => name)).size).toBe(running.length)
        const open = ((record.pauses ?? []) as { to?: string }[]).filter(({ to }) => to === undefined)
        expect(open).toHaveLength(record.status === 'awaiting-patient' ? 1 : 0)
        expect(record.status === 'awaiting-patient' && record.responseDueAt === undefined).toBe(
          open.length === 1 && record.responseDueAt === undefined,
        )
      }),
    )
  })

  it('never changes a clock that has ended, and is the same however often it is written', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 10 }), (first, more) => {
        const ended = (matter: Matter) => (matter.record.clocks as CaseClock[]).filter(({ endedAt }) => endedAt)
        const before = ended(afterSteps(first).matter)
        const { matter, now } = afterSteps([...first, ...more])
        for (const clock of before) expect(ended(matter)).toContainEqual(clock)
        expect({ ...matter.write({}, new Date(Date.parse(now) + hour).toISOString()).record }).toEqual(
          afterSteps([...first, ...more]).matter.record,
        )
      }),
    )
  })

  it('has as long to answer as seven days and its pauses', () => {
    const pause = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 200 }))
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), (pauses) => {
        const steps = pauses.flatMap(([before, length]) => [
          { name: 'await-patient', hours: before },
          { name: 'resume', hours: length },
        ])
        const { record } = afterSteps(steps).matter
        const paused = pauses.reduce((sum, [, length]) => sum + length, 0)
        expect(record.responseDueAt).toBe(at(7, paused))
      }),
    )
  })
})

describe('a write that is about something else', () => {
  it('finds the same clocks as one that finds them again, whenever it comes', () => {
    const steps = fc.constantFrom('await-patient', 'resume', 'mark-major', 'withdraw', 'alarm')
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, fc.integer({ min: 1, max: 90 })), { maxLength: 6 }), (taken) => {
        const matter = responding()
        let hours = 2
        for (const [name, later] of taken) {
          hours += later
          if (canTake(matter, name)) matter.step(name, at(0, hours), { reasons: ['hospital-incident'], reason: 'Left' })
        }
        const before = structuredClone(matter.record)
        const { clocks, pauses, pausedAt, dueAt, responseDueAt, acknowledgeDueAt } = before
        const { acknowledgementResult, responseResult } = before
        const again = clockFacts(before, riyadh, at(0, hours + 1))
        expect({ ...again, isOverdueOnArrival: undefined }).toEqual({
          ...{ clocks, pauses, pausedAt, dueAt, responseDueAt, acknowledgeDueAt },
          ...{ acknowledgementResult, responseResult },
          isOverdueOnArrival: undefined,
        })
        expect(matter.write({ plan: 'Ask the ward' }, at(0, hours + 1)).record).toEqual({
          ...before,
          plan: 'Ask the ward',
        })
      }),
    )
  })
})

function canTake({ record }: Matter, name: string): boolean {
  const { from }: Action = Case.actions[name as keyof typeof Case.actions]
  return (
    (from === undefined || from.includes(String(record.status))) &&
    !(name === 'mark-major' && record.severity === 'major')
  )
}
