import { describe, expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseRules } from '#shared/rules/cases/caseRules.ts'
import { mainSubjectOf } from '#shared/rules/cases/severity.ts'

const caseWith = (values: Partial<Case>): AnyRecord => ({ id: 'case_1', version: 1, status: 'received', ...values })
const routine = caseWith({ severity: 'routine' })
const major = caseWith({ severity: 'major', majorReasons: ['hospital-incident'] })
const refusalOf = (after: AnyRecord, before?: AnyRecord) =>
  caseRules.derivation?.check?.(after, before, product, {})?.rule
const reportsOf = (after: AnyRecord, before?: AnyRecord) =>
  caseRules.derivation?.follow?.(after, before, '', product, {})?.creates ?? []

describe('a major case', () => {
  test('never becomes a routine one again', () => {
    expect(refusalOf(routine, major)).toBe('MAJOR_STAYS')
    expect(refusalOf(major, routine)).toBeUndefined()
    expect(refusalOf(caseWith({ severity: 'routine' }), routine)).toBeUndefined()
  })

  test('says why it is one, but for one that never did', () => {
    const silent = caseWith({ severity: 'major' })
    expect(refusalOf(silent)).toBe('MAJOR_REASONS_NEEDED')
    expect(refusalOf(silent, routine)).toBe('MAJOR_REASONS_NEEDED')
    expect(refusalOf({ ...major, majorReasons: [] }, major)).toBe('MAJOR_REASONS_NEEDED')
    expect(refusalOf({ ...silent, plan: 'Ask the ward' }, silent)).toBeUndefined()
  })

  test('has its report from the moment it is one, and one only', () => {
    const report = { resource: 'special-reports', key: ['special-report'], values: { caseId: 'case_1' } }
    expect(reportsOf(major)).toEqual([report])
    expect(reportsOf(major, routine)).toEqual([report])
    expect(reportsOf({ ...major, plan: 'Ask the ward' }, major)).toEqual([])
    expect(reportsOf(routine)).toEqual([])
    expect(reportsOf({ ...major, deletedAt: '2026-11-10T09:00:00.000Z' }, major)).toEqual([])
  })
})

test('a case counts under its subject of the highest grade', () => {
  const subject = (code: string, grade: 'low' | 'medium' | 'high') => ({ subject: code, grade })
  expect(mainSubjectOf({})).toBeUndefined()
  expect(mainSubjectOf({ subjects: [subject('safety', 'medium'), subject('quality', 'medium')] })).toBe('safety')
  expect(mainSubjectOf({ subjects: [subject('safety', 'low'), subject('listening', 'high')] })).toBe('listening')
})

test('a case that is over does not become a major one', () => {
  for (const status of ['closed', 'withdrawn', 'merged'] as const)
    expect(refusalOf({ ...major, status }, { ...routine, status })).toBe('CASE_OVER')
  expect(refusalOf({ ...major, status: 'resolved' }, { ...routine, status: 'resolved' })).toBeUndefined()
})

test('a major case of the time before there were reports has one with the next step that it takes', () => {
  const old = caseWith({ severity: 'major', status: 'assessed' })
  const after = (values: Partial<Case>) => reportsOf({ ...old, ...values } as AnyRecord, old)
  expect(after({ status: 'responding' })).toMatchObject([{ resource: 'special-reports', key: ['special-report'] }])
  for (const values of [{ level: 2 }, { status: 'withdrawn' }, { status: 'merged' }] as const)
    expect(after(values)).toEqual([])
})
