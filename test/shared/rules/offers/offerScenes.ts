import type { Role } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import type { Remedy } from '#shared/entities/offer.ts'
import type { OfferRule } from '#shared/entities/offerRule.ts'
import type { Site } from '#shared/entities/site.ts'
import { isRefusal } from '#shared/refusals.ts'
import { offerDecision } from '#shared/rules/offers/offerDecision.ts'
import { type OfferOption, optionOf } from '#shared/rules/offers/offerOptions.ts'
import type { OfferScene } from '#shared/rules/offers/offerScene.ts'

export const now = '2026-11-30T09:00:00.000Z'

/** Limits A and B of the site of these tests: 500.00 and 2,000.00 SAR. */
export const limitA = 50_000
export const limitB = 200_000

const version = { profileId: 'site-profile_1', validFrom: '2026-01-01', fromAt: '2025-12-31T21:00:00.000Z' }
export const site = {
  id: 'site_1',
  timeZone: 'Asia/Riyadh',
  currency: 'SAR',
  profiles: [{ ...version, limitAMinor: limitA, limitBMinor: limitB }],
} as Partial<Site>

/** A case of a patient about 5,000.00 SAR, judged as own fault unless said otherwise, seen by an officer. */
export const sceneOf = (matter: Partial<Case> = {}, changes: Partial<OfferScene> = {}): OfferScene => ({
  matter: {
    status: 'responding',
    type: 'complaint',
    faultClass: 'own-fault',
    disputedMinor: 500_000,
    currency: 'SAR',
    ...matter,
  },
  patient: { id: 'patient_1', language: 'ar' },
  site,
  rules: [],
  offers: [],
  asker: as('officer'),
  now,
  ...changes,
})

export const as = (...roles: Role[]) => ({ userId: 'user_1', roles })

/** A published rule of the site. */
export const ruleOf = (values: Partial<OfferRule>): Partial<OfferRule> => ({
  id: 'offer-rule_1',
  code: 'house',
  remedy: 'discount',
  ruleVersion: 1,
  status: 'published',
  validFrom: '2026-11-01',
  limits: [{ role: 'officer', maxMinor: 10_000 }],
  wording: { en: 'A discount of the house' },
  ...values,
})

/** The decision on a remedy as one line: `allowed 50000`, `needs-approval director`, `refused PATIENT_CAP`. */
export function line({ decision, upToMinor, approverRole, why }: OfferOption): string {
  if (decision === 'allowed') return ['allowed', upToMinor].filter((part) => part !== undefined).join(' ')
  return decision === 'needs-approval' ? `needs-approval ${approverRole}` : `refused ${why.rule}`
}

export const option = (remedy: Remedy, scene: OfferScene): string => line(optionOf(remedy, scene))

/** How an amount would be decided: `at once`, the role that decides, or the refusal. */
export function decided(remedy: Remedy, scene: OfferScene, amountMinor?: number): string {
  const answer = offerDecision(optionOf(remedy, scene), amountMinor)
  return isRefusal(answer) ? answer.rule : (answer.approverRole ?? 'at once')
}
