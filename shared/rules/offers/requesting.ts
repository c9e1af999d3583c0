import type { Case } from '#shared/entities/case.ts'
import type { Offer } from '#shared/entities/offer.ts'
import { isRefusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, OtherUpdate } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { capOf } from './balance.ts'
import { highestLimit } from './limits.ts'
import { offerDecision } from './offerDecision.ts'
import { missingNeed } from './offerNeeds.ts'
import { basisOf, caseRefusal, optionOf } from './offerOptions.ts'
import { type OfferScene, sceneNeeds, sceneOf } from './offerScene.ts'
import { remedyNatures } from './remedies.ts'
import type { StandingRule } from './standardRules.ts'

/**
 * Asks for an offer: within the own limit it is approved at once, above it the one who decides is told. Its rule and its
 * words are those of this moment, and stay with it.
 */
export const submit: ActionRule = {
  needs: sceneNeeds,
  decide: (situation) => {
    const offer: Partial<Offer> = situation.record
    const { related, now } = situation
    const frozen = caseRefusal(related.matter?.[0] ?? {})
    if (frozen) return frozen
    const scene = sceneOf(situation)
    if (!scene || !offer.remedy) return { changes: {} }
    const option = optionOf(offer.remedy, scene, { ...(offer.id && { offerId: offer.id }) })
    const decision = offerDecision(option, offer.amountMinor)
    if (isRefusal(decision)) return decision
    const { rule, needs, wording } = option
    if (!rule) return refuse('NO_OFFER_RULE')
    const missing = missingNeed(offer, needs, { doctor: related.doctor?.[0], now })
    if (missing) return missing
    const { approverRole } = decision
    const version = { ruleId: rule.id ?? null, ruleCode: rule.code, ruleVersion: rule.ruleVersion }
    const changes = { ...version, wording: wording?.text ?? null, alarmPercent: null, approvedBy: null }
    if (!approverRole) {
      const approved = { status: 'approved', approvedAt: now, approverRole: null }
      return { changes: { ...changes, ...approved }, updates: conceding(offer, rule, scene, 'one-person') }
    }
    const { number = '' }: Partial<Case> = scene.matter
    const to = { role: approverRole, siteId: offer.siteId ?? '' }
    const notice = noticeOf({ rule: 'offer-waits', to, aboutId: offer.id ?? '', parameters: { number }, key: [now] })
    return { changes: { ...changes, approverRole }, creates: [notice] }
  },
}

/** An offer of money that is approved is noted on the record of its patient, whose step refuses what is too much. */
export function conceding(
  offer: Partial<Offer>,
  rule: StandingRule,
  scene: OfferScene,
  by: 'anybody' | 'one-person',
): OtherUpdate[] {
  const { id: offerId, patientId: id = '', amountMinor } = offer
  if (!amountMinor) return []
  const capMinor = capOf(rule, scene)
  const { disputedMinor } = scene.matter
  const limitMinor = highestLimit(rule, scene.asker.roles, basisOf(scene))
  const isLowering = remedyNatures[rule.remedy].lowersBill && disputedMinor !== undefined
  const body = {
    ...{ offerId, ruleCode: rule.code, amountMinor, caseId: offer.caseId, isAlone: by === 'one-person' },
    ...(limitMinor !== Number.POSITIVE_INFINITY && { limitMinor }),
    ...(capMinor !== undefined && { capMinor }),
    ...(isLowering && { disputedMinor, isLowering }),
  }
  return [{ resource: 'patients', id, step: 'concede', body }]
}
