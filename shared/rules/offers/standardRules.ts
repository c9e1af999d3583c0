import type { Remedy } from '#shared/entities/offer.ts'
import type { OfferRule } from '#shared/entities/offerRule.ts'
import { faultWording, goodwillWording } from './standardWording.ts'

type Limits = NonNullable<OfferRule['limits']>

/** A rule as it is asked: one version of a site's own, or a standard one, which has no record and the version 0. */
export interface StandingRule
  extends Pick<OfferRule, 'code' | 'remedy' | 'faultClasses' | 'caseTypes' | 'approverRole' | 'needs'> {
  readonly id?: string
  readonly ruleVersion: number
  readonly validFrom?: string
  readonly limits: Limits
  readonly patientCapMinor?: number
  /** The cap of a patient is a limit of the site's profile. */
  readonly patientCapLimit?: 'B'
  readonly wording: Readonly<Record<string, string>>
}

/** The code of everything that is offered as goodwill: one cap of a patient counts all of it. */
export const goodwillCode = 'standard-goodwill'

/** Officers offer up to limit A, unit managers up to limit B, directors what is above; or a share of each. */
const limitsOf = (profileShareBp?: number): Limits => [
  { role: 'officer', profileLimit: 'A', ...(profileShareBp !== undefined && { profileShareBp }) },
  { role: 'unit-manager', profileLimit: 'B', ...(profileShareBp !== undefined && { profileShareBp }) },
  { role: 'director' },
]
const ownFault = limitsOf()
const goodwill = limitsOf(5000)

const by = (...roles: Limits[number]['role'][]): Limits => roles.map((role) => ({ role }))
const officers = by('officer', 'unit-manager', 'director')

const rule = (remedy: Remedy, terms: Partial<StandingRule>): StandingRule => ({
  code: `standard-${remedy}`,
  remedy,
  ruleVersion: 0,
  limits: officers,
  wording: faultWording[remedy],
  ...terms,
})

/** Money where the fault was ours, and half of it as goodwill where it was not, in words that admit nothing. */
const moneyRules = (remedy: Remedy): StandingRule[] => [
  rule(remedy, { faultClasses: ['own-fault'], limits: ownFault, approverRole: 'unit-manager' }),
  rule(remedy, {
    code: goodwillCode,
    limits: goodwill,
    approverRole: 'unit-manager',
    patientCapLimit: 'B',
    wording: goodwillWording,
  }),
]

/** What a site may offer until it has rules of its own for a remedy. */
export const standardRules: readonly StandingRule[] = [
  rule('apology-regret', { limits: by('front-desk', 'officer', 'unit-manager', 'director') }),
  rule('explanation', { limits: by('front-desk', 'officer', 'unit-manager', 'director') }),
  rule('apology-organisation', { faultClasses: ['own-fault'], limits: officers }),
  ...moneyRules('discount'),
  ...moneyRules('bill-reduction'),
  ...moneyRules('refund'),
  ...moneyRules('free-of-charge'),
  ...moneyRules('gift'),
  rule('compensation', { faultClasses: ['own-fault'], limits: ownFault, approverRole: 'unit-manager' }),
  rule('write-off', { limits: ownFault, approverRole: 'unit-manager' }),
  rule('redo-treatment', { limits: officers }),
  rule('clinical-plan', { limits: officers }),
  rule('written-statement', { limits: [], approverRole: 'director' }),
]
