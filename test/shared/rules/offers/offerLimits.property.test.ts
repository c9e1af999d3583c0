import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { caseTypes } from '#shared/entities/case.ts'
import { faultClasses } from '#shared/entities/caseActions.ts'
import { remedies } from '#shared/entities/offer.ts'
import { isRefusal } from '#shared/refusals.ts'
import { limitOf } from '#shared/rules/offers/limits.ts'
import { offerDecision } from '#shared/rules/offers/offerDecision.ts'
import { optionOf } from '#shared/rules/offers/offerOptions.ts'
import type { OfferScene } from '#shared/rules/offers/offerScene.ts'
import { limitA, limitB, ruleOf, sceneOf } from './offerScenes.ts'

const money = fc.integer({ min: 0, max: 600_000 })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const limit = fc.record({
  role: fc.constantFrom('front-desk', 'officer', 'unit-manager', 'director' as const),
  profileLimit: optional(fc.constantFrom('A', 'B' as const)),
  profileShareBp: optional(fc.integer({ min: 0, max: 10_000 })),
  maxMinor: optional(money),
  maxPercentBp: optional(fc.integer({ min: 0, max: 10_000 })),
})
const rule = fc
  .record({
    id: fc.uuid(),
    code: fc.constantFrom('a', 'b', 'c'),
    remedy: fc.constantFrom(...remedies),
    ruleVersion: fc.integer({ min: 1, max: 3 }),
    validFrom: fc.constantFrom('2026-01-01', '2026-11-30', '2026-12-01'),
    faultClasses: fc.subarray([...faultClasses]),
    limits: fc.array(limit, { maxLength: 5 }),
    approverRole: optional(fc.constantFrom('unit-manager', 'director' as const)),
    patientCapMinor: optional(money),
  })
  .map(ruleOf)
const concession = fc.record({
  offerId: fc.constantFrom('offer_1', 'offer_2'),
  ruleCode: fc.constantFrom('a', 'b', 'c', 'standard-goodwill'),
  amountMinor: money,
  at: fc.constantFrom('2025-01-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'),
})
const offer = fc.record({
  id: fc.uuid(),
  remedy: fc.constantFrom(...remedies),
  status: fc.constantFrom('draft', 'approved', 'made', 'fulfilled', 'declined' as const),
  amountMinor: money,
})
const scene: fc.Arbitrary<OfferScene> = fc
  .record({
    faultClass: optional(fc.constantFrom(...faultClasses)),
    type: fc.constantFrom(...caseTypes),
    disputedMinor: optional(money),
    rules: fc.array(rule, { maxLength: 6 }),
    concessions: fc.array(concession, { maxLength: 4 }),
    offers: fc.array(offer, { maxLength: 4 }),
    roles: fc.subarray([...roles]) as fc.Arbitrary<Role[]>,
  })
  .map(({ rules, concessions, offers, roles: held, ...matter }) =>
    sceneOf(matter, { rules, offers, patient: { concessions }, asker: { userId: 'user_1', roles: held } }),
  )

test('nothing is allowed above the limit of a role that the person holds, above the cap, or above what is disputed', () => {
  const remedy = fc.constantFrom(...remedies)
  fc.assert(
    fc.property(scene, remedy, money, (where, what, amount) => {
      const option = optionOf(what, where)
      const answer = offerDecision(option, option.isMoney ? amount : undefined)
      if (isRefusal(answer) || answer.approverRole) return
      const found = option.rule
      if (!found) throw new Error('Nothing is allowed without a rule')
      const { matter, asker, patient, now } = where
      const basis = { limitAMinor: limitA, limitBMinor: limitB, disputedMinor: matter.disputedMinor }
      const own = Math.max(...asker.roles.map((role) => limitOf(found, role, basis)))
      expect(option.isMoney ? amount : 0).toBeLessThanOrEqual(own)
      expect(found.limits.length + asker.roles.filter((role) => role === 'director').length).toBeGreaterThan(0)
      if (what === 'compensation' || what === 'apology-organisation') expect(matter.faultClass).toBe('own-fault')
      expect(['write-off', 'written-statement']).not.toContain(what)
      if (!option.isMoney || found.patientCapMinor === undefined) return
      const used = (patient.concessions ?? []).filter(
        ({ ruleCode, at }) => ruleCode === found.code && at > `${Number(now.slice(0, 4)) - 1}${now.slice(4)}`,
      )
      const sum = used.reduce((total, { amountMinor }) => total + amountMinor, 0)
      expect(sum + amount).toBeLessThanOrEqual(found.patientCapMinor)
    }),
    { numRuns: 3000 },
  )
})
