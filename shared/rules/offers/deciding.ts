import type { Role } from '#shared/declaration/roles.ts'
import type { Offer } from '#shared/entities/offer.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Creation, Situation } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { givenBefore } from './balance.ts'
import { highestLimit, rungsOf } from './limits.ts'
import { amountRefusal } from './offerDecision.ts'
import { missingNeed } from './offerNeeds.ts'
import { basisOf, caseRefusal, optionOf } from './offerOptions.ts'
import { type OfferScene, sceneNeeds, sceneOf } from './offerScene.ts'
import { conceding } from './requesting.ts'
import { isForMatter, ruleOfOffer } from './ruleInForce.ts'
import type { StandingRule } from './standardRules.ts'

/**
 * Another person decides on an offer, within the own limit; a director on any amount of the rule. It is judged by the rule
 * that it was asked for by, with the money that is left at this moment.
 */
export const approve: ActionRule = {
  needs: sceneNeeds,
  decide: (situation) => {
    const offer: Partial<Offer> = situation.record
    const { related, actor, now } = situation
    const barred = ownRefusal(situation) ?? caseRefusal(related.matter?.[0] ?? {})
    if (barred) return barred
    if (offer.approverRole === 'director' && !actor.roles.includes('director')) return refuse('DIRECTOR_DECIDES')
    const scene = sceneOf(situation)
    if (!scene) return { changes: {} }
    const rule = ruleOfOffer(offer, scene.rules)
    if (!rule || rule.remedy !== offer.remedy || !isForMatter(rule, scene.matter)) return refuse('OFFER_JUDGED_ANEW')
    const refused = moneyLeft(offer, rule, scene) ?? limitRefusal(offer, rule, scene)
    if (refused) return refused
    const { needs } = optionOf(rule.remedy, scene, { rule, ...(offer.id && { offerId: offer.id }) })
    const missing = missingNeed(offer, needs, { doctor: related.doctor?.[0], now })
    if (missing) return missing
    return {
      changes: {},
      updates: conceding(offer, rule, scene, 'anybody'),
      creates: told(situation, 'offer-approved'),
    }
  },
}

/** Another person says no, and why; whoever asked is told. */
export const reject: ActionRule = {
  needs: { matter: sceneNeeds.matter },
  decide: (situation) => ownRefusal(situation) ?? { changes: {}, creates: told(situation, 'offer-rejected') },
}

const ownRefusal = ({ record, actor }: Situation): Refusal | undefined =>
  record.requestedBy === actor.userId ? refuse('OWN_OFFER') : undefined

/** Why the money of an offer is not there any more; undefined while it is. */
export function moneyLeft(offer: Partial<Offer>, rule: StandingRule, scene: OfferScene): Refusal | undefined {
  const option = optionOf(rule.remedy, scene, { rule, ...(offer.id && { offerId: offer.id }) })
  if (option.decision === 'refused' && 'status' in option.why) return option.why
  const { isMoney, most } = option
  const wrong = amountRefusal(isMoney, offer.amountMinor)
  if (wrong) return wrong
  return most && (offer.amountMinor ?? 0) > most.amountMinor ? most.why : undefined
}

/** A unit manager decides up to the own limit, and only where the rule lets one decide; a director above it. */
function limitRefusal({ id, amountMinor = 0 }: Partial<Offer>, rule: StandingRule, scene: OfferScene) {
  const { asker, offers } = scene
  const isMoney = amountMinor > 0
  const basis = basisOf(scene, isMoney ? givenBefore(offers, id, 'anybody') : 0)
  const deciders: readonly Role[] = rungsOf(rule, basisOf(scene)).map(({ role }) => role)
  const roles = asker.roles.filter((role) => deciders.includes(role))
  if (roles.length === 0) return refuse('DIRECTOR_DECIDES')
  return amountMinor <= highestLimit(rule, roles, basis) ? undefined : refuse('OWN_LIMIT')
}

/** Tells whoever asked for an offer how it was decided. */
export function told({ record, related, now }: Situation, rule: 'offer-approved' | 'offer-rejected' | 'offer-lapsed') {
  const { id: aboutId = '', requestedBy, siteId, requestedAt = now }: Partial<Offer> = record
  if (requestedBy === undefined) return []
  const number = String(related.matter?.[0]?.number ?? '')
  const draft = { rule, to: { userId: requestedBy }, aboutId, parameters: { number }, key: [requestedAt] }
  return [noticeOf({ ...draft, ...(siteId && { siteId }) })] satisfies Creation[]
}
