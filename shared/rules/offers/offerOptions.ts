import type { Role } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import { type Remedy, remedies } from '#shared/entities/offer.ts'
import type { OfferNeed } from '#shared/entities/offerRule.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { siteDay } from '#shared/rules/settings/profileVersions.ts'
import { givenBefore, type Most, mostOf } from './balance.ts'
import { amountText, groundOf, type Why } from './grounds.ts'
import { type ApproverRole, highestLimit, isNamed, type LimitBasis, type Rung, rungsOf } from './limits.ts'
import type { OfferScene } from './offerScene.ts'
import { remedyNatures } from './remedies.ts'
import { ruleFor } from './ruleInForce.ts'
import type { StandingRule } from './standardRules.ts'
import { type PatientText, wordingOf } from './wording.ts'

/** Whether a remedy may be offered, by whom, up to how much, why, and in which words. */
export interface OfferOption {
  readonly remedy: Remedy
  readonly decision: 'allowed' | 'needs-approval' | 'refused'
  readonly isMoney: boolean
  /** Who decides, or decides on what is above the own limit. */
  readonly approverRole?: ApproverRole
  /** Who decides up to which amount, the lower role first; without an amount on any. */
  readonly approvers: readonly Rung[]
  /** What the asker may offer without asking, in minor units; without it any amount, or nothing where others decide. */
  readonly upToMinor?: number
  /** What is left to be offered at all, whoever decides, and the refusal of more. */
  readonly most?: Most
  readonly currency?: string
  readonly why: Why
  readonly needs: readonly OfferNeed[]
  /** The words for the patient; none where it is refused. */
  readonly wording?: PatientText
  readonly rule?: StandingRule
}

/** The roles in which offers are made. */
const offering: readonly Role[] = ['front-desk', 'officer', 'unit-manager', 'director']

/** Every remedy with what may be done with it in a case; a pure function of case, person, rules and money. */
export const offerOptions = (scene: OfferScene): OfferOption[] => remedies.map((remedy) => optionOf(remedy, scene))

/** What may be done with one remedy. An offer that was submitted is judged by its own rule, and does not count itself. */
export function optionOf(
  remedy: Remedy,
  scene: OfferScene,
  of: { readonly rule?: StandingRule; readonly offerId?: string } = {},
): OfferOption {
  const { matter, rules, site, patient, now } = scene
  const isMoney = remedyNatures[remedy].isMoney === true
  const bare = { remedy, isMoney, approvers: [], needs: [] }
  const refused = (why: Refusal): OfferOption => ({ ...bare, decision: 'refused', why })
  const general = caseRefusal(matter) ?? faultRefusal(remedy, matter)
  if (general) return refused(general)
  const rule = of.rule ?? ruleFor(remedy, matter, rules, siteDay(site, now))
  if (!rule) return refused(refuse('NO_OFFER_RULE'))
  const barred = roleRefusal(rule, scene) ?? (isMoney ? moneyRefusal(scene) : undefined) ?? answerRefusal(rule, scene)
  if (barred) return refused(barred)
  const most = isMoney ? mostOf(rule, scene, of.offerId) : undefined
  if (most && most.amountMinor <= 0) return refused(most.why)
  const known = { ...bare, needs: needsOf(rule, matter), wording: wordingOf(rule, matter, patient), rule }
  return { ...known, ...(most && { most }), ...judged(rule, scene, most, of.offerId) }
}

function judged(rule: StandingRule, scene: OfferScene, most: Most | undefined, offerId: string | undefined) {
  const { matter, site, asker, offers } = scene
  const { currency = '' } = site
  const isMoney = remedyNatures[rule.remedy].isMoney === true
  const basisFor = (by: 'anybody' | 'one-person') => basisOf(scene, isMoney ? givenBefore(offers, offerId, by) : 0)
  const approvers = rungsOf(rule, basisFor('anybody'))
  const [first] = approvers
  const asks = { approvers, ...(first && { approverRole: first.role }), ...(isMoney && { currency }) }
  const isBySecond = needsOf(rule, matter).includes('second-person')
  const own = isBySecond
    ? 0
    : highestLimit(
        rule,
        asker.roles.filter((role) => offering.includes(role)),
        basisFor('one-person'),
      )
  if (own > 0) {
    const upTo = Math.min(own, most?.amountMinor ?? Number.POSITIVE_INFINITY)
    if (!isMoney || upTo === Number.POSITIVE_INFINITY)
      return { ...asks, decision: 'allowed', why: groundOf('OFFER_FREE') } as const
    const why = groundOf(upTo < own ? 'OFFER_LEFT' : 'OFFER_UP_TO', { upTo: amountText(upTo, currency) })
    return { ...asks, decision: 'allowed', upToMinor: upTo, why } as const
  }
  if (!first) return { approvers, decision: 'refused', why: refuse('ABOVE_LIMITS') } as const
  const isDirectors = remedyNatures[rule.remedy].isDirectors
  const why = groundOf(isDirectors ? 'OFFER_DIRECTOR' : isBySecond ? 'OFFER_SECOND_PERSON' : 'OFFER_ABOVE_OWN')
  return { ...asks, decision: 'needs-approval', why } as const
}

/** What limits are reckoned from in a case that was given something before. */
export const basisOf = ({ matter, site, now }: OfferScene, usedMinor = 0): LimitBasis => ({
  ...figuresAt(site, now),
  disputedMinor: matter.disputedMinor,
  usedMinor,
})

/** What an offer by a rule needs besides its words: what the remedy asks for everywhere, and what the rule adds. */
export function needsOf(rule: StandingRule, { cause }: Partial<Case>): OfferNeed[] {
  const { needs: always = [] } = remedyNatures[rule.remedy]
  const isLiable = rule.remedy === 'write-off' && cause === 'clinical'
  return [...new Set([...always, ...(rule.needs ?? []), ...(isLiable ? (['liability-notice'] as const) : [])])]
}

/** Why nothing new is offered in a case; undefined while it runs. */
export function caseRefusal({ status = 'received' }: Partial<Case>): Refusal | undefined {
  if (status === 'legal-route') return refuse('OFFERS_FROZEN')
  if (status === 'resolved') return refuse('CASE_RESOLVED')
  return ['closed', 'withdrawn', 'merged'].includes(status) ? refuse('CASE_OVER') : undefined
}

function faultRefusal(remedy: Remedy, { faultClass }: Partial<Case>): Refusal | undefined {
  if (!remedyNatures[remedy].isForOwnFault || faultClass === 'own-fault') return undefined
  return refuse(remedy === 'compensation' ? 'COMPENSATION_LEGAL' : 'APOLOGY_NEEDS_FAULT')
}

function roleRefusal(rule: StandingRule, { asker }: OfferScene): Refusal | undefined {
  const roles = asker.roles.filter((role) => offering.includes(role))
  if (roles.length === 0) return refuse('OFFER_ROLE')
  const isDesk = roles.every((role) => role === 'front-desk')
  return isDesk && !isNamed(rule, 'front-desk') ? refuse('FRONT_DESK_HANDS_OVER') : undefined
}

function moneyRefusal({ matter, site }: OfferScene): Refusal | undefined {
  const isOther = matter.currency !== undefined && matter.currency !== site.currency
  return isOther ? refuse('OFFER_OTHER_CURRENCY', { currency: site.currency ?? '' }) : undefined
}

/** A balance that a payer has to answer for waits for that answer; one without a file is the patient's own. */
function answerRefusal(rule: StandingRule, { matter, file }: OfferScene): Refusal | undefined {
  const isWaiting = matter.settlementFileId !== undefined && file?.payerAnswer === undefined
  return isWaiting && needsOf(rule, matter).includes('payer-final-answer') ? refuse('PAYER_ANSWER_FIRST') : undefined
}
