import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { reportParts, SpecialReport } from '#shared/entities/specialReport.ts'
import { isRefusal } from '#shared/refusals.ts'
import type { Decision } from '#shared/rules/decision.ts'
import { decide } from '#shared/rules/index.ts'
import { reportRules } from '#shared/rules/special-reports/reportRules.ts'
import { toldBy } from '../cases/matter.ts'

// A Monday of a site that works from Sunday to Thursday, 8 to 17, at UTC+3.
const createdAt = '2026-03-02T07:00:00.000Z'
const site: AnyRecord = { id: 'site_1', version: 1, timeZone: 'Asia/Riyadh' }
const whole = Object.fromEntries(reportParts.map((part) => [part, 'It was late.']))

function written(record: AnyRecord, changes: object, now: string): AnyRecord {
  const draft = { ...record, ...changes } as AnyRecord
  const facts = reportRules.derivation?.derive(draft, { siteId: site }, now, product, record)
  const values = Object.entries({ ...draft, ...facts }).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(values) as AnyRecord
}
const opened = (values = {}) =>
  written(
    { id: 'report_1', version: 1, siteId: 'site_1', status: 'draft', createdAt, caseNumber: 'C-1', ...values },
    {},
    createdAt,
  )
const take = (record: AnyRecord, step: string, now: string, userId = 'lead') =>
  decide(reportRules, SpecialReport, step, {
    ...{ record, now, related: { site: [site] }, body: { returnReason: 'Say what changes.' } },
    actor: { ...product, userId },
    ...(step === 'alarm' && { isConsequence: true as const }),
  })
const refusalOf = (answer: object) => (isRefusal(answer) ? answer.rule : undefined)
const stepped = (record: AnyRecord, step: string, now: string, userId?: string) => {
  const decision = take(record, step, now, userId)
  if (isRefusal(decision)) throw new Error(decision.rule)
  return { record: written(record, decision.changes, now), told: (decision.creates ?? []).map(toldBy) }
}

describe('the time of a special report', () => {
  test('is five working days of its site', () => {
    expect(opened().dueAt).toBe('2026-03-09T14:00:00.000Z')
    const profiles = [{ fromAt: '2026-01-01T00:00:00.000Z', specialReportDays: 1 }]
    const facts = reportRules.derivation?.derive(
      opened(),
      { siteId: { ...site, profiles } },
      createdAt,
      product,
      undefined,
    )
    expect(facts?.dueAt).toBe('2026-03-03T14:00:00.000Z')
  })

  test('is told of to the unit manager, and to the director when it has passed', () => {
    const report = opened()
    const half = stepped(report, 'alarm', String(report.alarmAt))
    expect(half.told).toEqual(['report-near 50 unit-manager'])
    expect(half.record.alarmAt).toBeDefined()
    const late = stepped(half.record, 'alarm', '2026-03-09T14:00:00.000Z')
    expect(late.told).toEqual(['report-overdue 100 unit-manager', 'report-overdue 100 director'])
    expect(late.record.alarmAt).toBeUndefined()
  })

  test('alarms once of each part of it, whatever the ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 20 }), (hours) => {
        let record = opened()
        const told: string[] = []
        for (const hour of hours.toSorted((a, b) => a - b)) {
          const now = new Date(Date.parse(createdAt) + hour * 3_600_000).toISOString()
          if (String(record.alarmAt ?? ':') > now) continue
          const next = stepped(record, 'alarm', now)
          told.push(...next.told)
          record = next.record
        }
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  test('stops while the director has the report, and goes on when it comes back', () => {
    const submitted = stepped(opened(whole), 'submit', createdAt).record
    expect(submitted.alarmAt).toBeUndefined()
    const returned = stepped(submitted, 'return', createdAt, 'director')
    expect(returned.told).toEqual(['report-returned lead'])
    expect(returned.record.alarmAt).toBe(opened().alarmAt)
    expect(opened({ patientName: '(erased)' }).alarmAt).toBeUndefined()
  })
})

describe('a special report', () => {
  test('is submitted with every part, and names the first that is missing', () => {
    expect(stepped(opened(whole), 'submit', createdAt).told).toEqual(['report-submitted director'])
    for (const [place, part] of reportParts.entries()) {
      const some = Object.fromEntries(reportParts.slice(0, place).map((name) => [name, 'It was late.']))
      expect(take(opened({ ...some, [part]: '  ' }), 'submit', createdAt)).toMatchObject({
        ...{ rule: 'REPORT_PART_NEEDED', parameters: { field: part } },
      })
    }
  })

  test('is accepted by another person than submitted it', () => {
    const submitted = opened({ ...whole, status: 'submitted', submittedBy: 'director' })
    expect(refusalOf(take(submitted, 'accept', createdAt, 'director'))).toBe('FOUR_EYES')
    const accepted = take(submitted, 'accept', createdAt, 'other') as Decision
    expect(accepted.changes).toMatchObject({ status: 'accepted', acceptedBy: 'other' })
  })

  test('keeps its text from its submission on, but for an erasure', () => {
    const check = reportRules.derivation?.check
    for (const status of ['submitted', 'accepted'])
      expect(check?.({ ...opened({ status }), causes: 'Another' }, opened({ status }), product, {})?.rule).toBe(
        'REPORT_FIXED',
      )
    for (const status of ['draft', 'returned'])
      expect(check?.({ ...opened({ status }), causes: 'Another' }, opened({ status }), product, {})).toBeUndefined()
    const accepted = opened({ ...whole, status: 'accepted' })
    expect(check?.({ ...accepted, causes: undefined, patientName: '(erased)' }, accepted, product, {})).toBeUndefined()
    expect(check?.({ ...accepted, caseId: 'case_2' }, accepted, product, {})?.rule).toBe('CASE_FIXED')
  })
})
