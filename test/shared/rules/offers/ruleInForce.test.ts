import { expect, test } from 'vitest'
import { ruleFor } from '#shared/rules/offers/ruleInForce.ts'
import { now, option, ruleOf, sceneOf } from './offerScenes.ts'

const today = '2026-11-30'
const chosen = (rules: ReturnType<typeof ruleOf>[], matter = {}) => ruleFor('discount', matter, rules, today)?.id

test('the rules of a site for a remedy stand in the place of the standard ones, for that remedy alone', () => {
  const rules = [ruleOf({})]
  expect(option('discount', sceneOf({}, { rules }))).toBe('allowed 10000')
  expect(option('refund', sceneOf({}, { rules }))).toBe('allowed 50000')
  const elsewhere = [ruleOf({ faultClasses: ['communication'] })]
  expect(option('discount', sceneOf({}, { rules: elsewhere }))).toBe('refused NO_OFFER_RULE')
})

test('the newest version that has begun counts, and nothing that is a draft, taken back, to come or ended', () => {
  const rules = [
    ruleOf({ id: 'old', validFrom: '2026-01-01', validTo: '2026-10-31' }),
    ruleOf({ id: 'new', ruleVersion: 2, validFrom: '2026-11-01', validTo: '2026-12-31' }),
    ruleOf({ id: 'coming', ruleVersion: 3, validFrom: '2027-01-01' }),
    ruleOf({ id: 'draft', ruleVersion: 4, status: 'draft', validFrom: undefined }),
    ruleOf({ id: 'back', ruleVersion: 5, status: 'withdrawn', validFrom: '2026-11-20' }),
  ]
  expect(chosen(rules)).toBe('new')
  expect(chosen(rules.toReversed())).toBe('new')
  const ended = [ruleOf({ validTo: '2026-11-29' })]
  expect(ruleFor('discount', { faultClass: 'own-fault' }, ended, today)?.ruleVersion).toBe(0)
})

test('a rule for a fault goes before one for a kind of case, and that before one for all', () => {
  const rules = [
    ruleOf({ id: 'all', code: 'a' }),
    ruleOf({ id: 'kind', code: 'b', caseTypes: ['complaint'] }),
    ruleOf({ id: 'fault', code: 'c', faultClasses: ['own-fault'] }),
  ]
  expect(chosen(rules, { faultClass: 'own-fault', type: 'complaint' })).toBe('fault')
  expect(chosen(rules, { type: 'complaint' })).toBe('kind')
  expect(chosen(rules, { type: 'enquiry' })).toBe('all')
})

test('the day is that of the site', () => {
  const rules = [ruleOf({ validFrom: '2026-12-01' })]
  expect(option('discount', sceneOf({}, { rules, now }))).toBe('allowed 50000')
  expect(option('discount', sceneOf({}, { rules, now: '2026-11-30T21:30:00.000Z' }))).toBe('allowed 10000')
})

test('a share of what is disputed is nothing while no amount is known', () => {
  const rules = [ruleOf({ limits: [{ role: 'officer', maxPercentBp: 1000 }], approverRole: 'unit-manager' })]
  expect(option('discount', sceneOf({}, { rules }))).toBe('allowed 50000')
  expect(option('discount', sceneOf({ disputedMinor: undefined }, { rules }))).toBe('needs-approval director')
})
