import type { Offer } from '#shared/entities/offer.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, OtherUpdate, RelatedRecords, Situation } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { disputedLeft, openBalance } from './balance.ts'
import { told } from './deciding.ts'
import { amountText } from './grounds.ts'
import { sceneNeeds, sceneOf } from './offerScene.ts'
import { decisionAlarms } from './offerTimes.ts'
import { remedyNatures } from './remedies.ts'

/** What passes between hospital and patient, which in the legal route goes by the lawyers. */
const unfrozen: ActionRule = {
  needs: { matter: sceneNeeds.matter },
  decide: ({ related }) => frozen(related) ?? { changes: {} },
}

/** What happens with an offer once it was approved; a case that is resolved by it does not stop it. */
export const unfrozenSteps = { make: unfrozen, accept: unfrozen, decline: unfrozen } as const

const frozen = ({ matter }: RelatedRecords): Refusal | undefined =>
  matter?.[0]?.status === 'legal-route' ? refuse('OFFERS_FROZEN') : undefined

/** Carries out an offer with the money that is left at this moment; a write-off is posted on its settlement file. */
export const fulfil: ActionRule = {
  needs: sceneNeeds,
  decide: (situation) => {
    const offer: Partial<Offer> = situation.record
    const { related, body } = situation
    const stopped = frozen(related)
    if (stopped) return stopped
    if (offer.payerContractCheck === 'refund-payer-first' && !body.evidence) return refuse('REFUND_PAYER_FIRST')
    const scene = sceneOf(situation)
    const { remedy, amountMinor = 0 } = offer
    if (!scene || !remedy || amountMinor === 0) return { changes: {} }
    const left = remedyNatures[remedy].lowersBill ? disputedLeft(scene.matter, scene.offers, offer.id) : undefined
    if (left !== undefined && amountMinor > left)
      return refuse('BEYOND_DISPUTED', { left: amountText(left, offer.currency ?? '') })
    const open = remedy === 'write-off' && scene.file ? openBalance(scene.file) : undefined
    if (open !== undefined && amountMinor > open)
      return refuse('BEYOND_BALANCE', { left: amountText(open, offer.currency ?? '') })
    return { changes: {}, updates: posting(offer, situation) }
  },
}

/** What a write-off does to the settlement file of its case; a balance without one is the patient's own account. */
function posting(offer: Partial<Offer>, { related, actor }: Situation): OtherUpdate[] {
  const [file] = related.file ?? []
  if (offer.remedy !== 'write-off' || !file) return []
  const { id: offerId, amountMinor, currency, writeOffReason } = offer
  const body = { offerId, amountMinor, currency, writeOffReason, postedBy: actor.userId }
  return [{ resource: 'settlement-files', id: String(file.id), step: 'write-off', body }]
}

/**
 * The product reminds whoever has to decide, at the end the director too, and ends an offer that the patient has not
 * answered in time.
 */
export const alarm: ActionRule = {
  needs: { site: sceneNeeds.site, matter: sceneNeeds.matter },
  decide: (situation) => {
    const { record, related, now } = situation
    const offer: Partial<Offer> = record
    const { dueAt, siteId = '', alarmPercent = 0, approverRole = 'director' } = offer
    if (offer.status === 'made') {
      if (dueAt === undefined || dueAt > now) return { changes: {} }
      return { changes: { status: 'lapsed' }, creates: told(situation, 'offer-lapsed') }
    }
    const due = decisionAlarms(offer, related.site?.[0]).findLast(
      ({ at, percent }) => at <= now && percent > alarmPercent,
    )
    // The calendar of its site may have changed since: when it is due next is found again.
    if (!due) return { changes: {} }
    const roles = due.percent === 100 ? ([approverRole, 'director'] as const) : ([approverRole] as const)
    const rule = due.percent === 100 ? 'offer-overdue' : 'offer-near'
    const parameters = { number: String(related.matter?.[0]?.number ?? ''), percent: due.percent }
    const key = [offer.requestedAt ?? '', String(due.percent)]
    const creates = [...new Set(roles)].map((role) =>
      noticeOf({ rule, to: { role, siteId }, aboutId: offer.id ?? '', parameters, key }),
    )
    return { changes: { alarmPercent: due.percent }, creates }
  },
}
