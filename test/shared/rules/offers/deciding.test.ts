import { expect, test } from 'vitest'
import type { Case } from '#shared/entities/case.ts'
import { Offer } from '#shared/entities/offer.ts'
import { isRefusal } from '#shared/refusals.ts'
import { decide } from '#shared/rules/index.ts'
import { offerRules } from '#shared/rules/offers/offerRules.ts'
import { now, ruleOf, sceneOf } from './offerScenes.ts'

const asked = {
  id: 'offer_1',
  version: 2,
  status: 'pending-approval',
  requestedBy: 'user_9',
  caseId: 'case_1',
} as const
const discount = { remedy: 'discount', amountMinor: 60_000, currency: 'SAR', approverRole: 'unit-manager' } as const

/** What a unit manager hears who approves an offer in a case: `approved`, or the refusal. */
function approval(offer: Partial<Offer>, matter: Partial<Case> = {}, changes: Parameters<typeof sceneOf>[1] = {}) {
  const { matter: found, patient, site, rules, offers, file } = sceneOf(matter, changes)
  const related = { matter: [found], patient: [patient], site: [site], rules, offers, file: file ? [file] : [] }
  const actor = { userId: 'user_1', name: 'Huda', roles: ['unit-manager'] as const, siteIds: [] }
  const record = { ...asked, ...discount, ruleCode: 'standard-discount', ruleVersion: 0, ...offer }
  const answer = decide(offerRules, Offer, 'approve', { record, body: {}, actor, now, related } as never)
  return isRefusal(answer) ? answer.rule : answer.changes.status
}

test('an offer is decided by the rule that it was asked for by, whatever came into force since', () => {
  expect(approval({})).toBe('approved')
  const newer = [ruleOf({ limits: [], approverRole: 'director' })]
  expect(approval({}, {}, { rules: newer })).toBe('approved')
  const own = [ruleOf({ limits: [{ role: 'unit-manager', maxMinor: 60_000 }], approverRole: 'unit-manager' })]
  const byOwn = { ruleId: 'offer-rule_1', ruleCode: 'house', ruleVersion: 1 }
  expect(approval(byOwn, {}, { rules: own })).toBe('approved')
  expect(approval({ ...byOwn, amountMinor: 60_001 }, {}, { rules: own })).toBe('OWN_LIMIT')
})

test('a case that was judged otherwise since, or a rule that is gone, is asked about again', () => {
  expect(approval({}, { faultClass: 'communication' })).toBe('OFFER_JUDGED_ANEW')
  expect(approval({ ruleId: 'offer-rule_9', ruleCode: 'house' })).toBe('OFFER_JUDGED_ANEW')
})

test('money that went elsewhere meanwhile is not there any more', () => {
  const offers = [{ id: 'offer_2', remedy: 'refund', status: 'approved', amountMinor: 450_000 } as const]
  expect(approval({}, {}, { offers })).toBe('BEYOND_DISPUTED')
  expect(approval({}, { disputedMinor: 50_000 })).toBe('BEYOND_DISPUTED')
})

test('the one who asked, and a limit that was lowered, are refused', () => {
  expect(approval({ requestedBy: 'user_1' })).toBe('OWN_OFFER')
  expect(approval({ amountMinor: 200_001 })).toBe('OWN_LIMIT')
  expect(approval({ approverRole: 'director' })).toBe('DIRECTOR_DECIDES')
})
