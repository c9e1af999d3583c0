import { Offer } from '#shared/entities/offer.ts'
import { lapseDays } from '#shared/rules/offers/offerTimes.ts'
import { later } from '../demoWriter.ts'
import type { ActRecords, DemoAct } from '../takeActs.ts'
import { offerWords } from '../words/offerWords.ts'
import { type CaseScene, idOf, minutes } from './caseScene.ts'

/** What becomes of an offer. */
export type OfferEnd = 'fulfilled' | 'declined' | 'lapsed' | 'cancelled' | 'rejected' | 'draft' | 'waiting'

/** An offer that a case leads to: what it is, and what becomes of it. */
export interface OfferPlan {
  readonly values: Readonly<Record<string, unknown>> & { readonly remedy: Offer['remedy'] }
  readonly end: OfferEnd
}

const ends = [
  ['fulfilled', 72],
  ['declined', 11],
  ['lapsed', 5],
  ['cancelled', 5],
  ['rejected', 7],
] as const

/** In new cases some offers are not asked for yet, and some wait for a decision. */
const newEnds = [...ends, ['draft', 30], ['waiting', 110]] as const

/** Whether nobody has decided on an offer at the end of the demo, so that its case waits. */
export const isUndecided = ({ end }: OfferPlan): boolean => end === 'draft' || end === 'waiting'

/** Share of cases with an offer, by what was found. */
const offered = { 'own-fault': 0.7, communication: 0.4, 'unreasonable-demand': 0.25 } as const

/** A gift is worth 150 riyals or 15 dinars: both are 15,000 of their smallest coins. One that waits is worth more. */
const giftMinor = { usual: 15_000, waiting: 60_000 } as const
/** What a burn or a broken tooth is worth, for which the director decides. */
const compensationMinor = { SAR: 650_000, KWD: 450_000 } as const

/** Plans the offer of a case, if it has one: words, a second treatment, or money. */
export function offerPlanOf({ random, intake, team, isNew }: CaseScene): OfferPlan | undefined {
  const { story, disputedMinor, site } = intake
  if (story.type === 'compliment' || story.type === 'enquiry' || !random.isTrue(offered[story.fault])) return undefined
  const end = random.weighted<OfferEnd>(isNew ? newEnds : ends)
  const note = random.pick(offerWords.note)
  const isOurs = story.fault === 'own-fault'
  if (disputedMinor && random.isTrue(0.75)) {
    const remedy = random.pick(
      isOurs ? (['discount', 'refund', 'bill-reduction', 'free-of-charge'] as const) : (['discount'] as const),
    )
    const share = remedy === 'free-of-charge' ? 100 : isOurs ? random.between(25, 90) : random.between(5, 25)
    const step = site.currency === 'KWD' ? 250 : 500
    const amountMinor = Math.max(step, Math.floor((disputedMinor * share) / 100 / step) * step)
    return { values: { remedy, amountMinor, note }, end }
  }
  if (isOurs && story.cause === 'clinical') {
    const { clinician } = team
    const remedy = random.pick(['redo-treatment', 'clinical-plan', 'compensation'] as const)
    const amountMinor = compensationMinor[site.currency === 'KWD' ? 'KWD' : 'SAR']
    if (remedy === 'compensation') return { values: { remedy, amountMinor, note }, end }
    return { values: { remedy, doctorId: clinician.userId }, end: end === 'waiting' ? 'fulfilled' : end }
  }
  if (end === 'waiting' || (isOurs && random.isTrue(0.4)))
    return { values: { remedy: 'gift', amountMinor: giftMinor[end === 'waiting' ? end : 'usual'], note }, end }
  const remedy = isOurs ? 'apology-organisation' : random.pick(['explanation', 'apology-regret'] as const)
  return { values: { remedy }, end: end === 'draft' ? end : 'fulfilled' }
}

const isIn =
  (...states: readonly string[]) =>
  ({ offer }: ActRecords): boolean =>
    states.includes(String(offer?.status))

/** The acts until an offer stands, before the case is answered. */
export function offerActs(scene: CaseScene, { values, end }: OfferPlan): DemoAct[] {
  const { random, team } = scene
  const { owner, closer, director } = team
  const decider = ({ offer }: ActRecords) => (offer?.approverRole === 'director' ? director : closer)
  const decided =
    end === 'rejected'
      ? { does: { step: 'reject' }, values: { reason: random.pick(offerWords.rejected) } }
      : { does: { step: 'approve' }, values: { approvalNote: random.pick(offerWords.approvalNote) } }
  const cancel = { reason: random.pick(offerWords.cancelled) }
  const created: DemoAct = {
    name: 'offer',
    does: { creates: Offer },
    when: minutes(scene, 10, 120),
    by: owner,
    values: ({ records }) => ({ caseId: idOf(records, 'case'), ...values }),
  }
  if (end === 'draft') return [created]
  const submitted: DemoAct = { name: 'offer', does: { step: 'submit' }, when: random.between(1, 20), by: owner }
  if (end === 'waiting') return [created, submitted]
  const only = isIn('pending-approval')
  return [
    created,
    submitted,
    { name: 'offer', when: random.between(8, 260), by: decider, only, ...decided },
    ...(end === 'cancelled'
      ? [
          {
            name: 'offer',
            does: { step: 'cancel' },
            when: 90,
            by: owner,
            values: cancel,
            only: isIn('approved'),
          } as const,
        ]
      : []),
  ]
}

/** The acts after the case was answered: the offer is made, and the patient says yes, no or nothing. */
export function answerActs(scene: CaseScene, { values, end }: OfferPlan): DemoAct[] {
  const { random, team } = scene
  const { owner } = team
  const isMoney = values.amountMinor !== undefined
  const made: DemoAct = {
    name: 'offer',
    does: { step: 'make' },
    when: minutes(scene, 5, 90),
    by: owner,
    values: { madeHow: random.pick(offerWords.madeHow) },
    only: isIn('approved'),
  }
  if (end === 'declined') {
    const reason = random.pick(offerWords.declined)
    const declined = { name: 'offer', does: { step: 'decline' }, by: owner, values: { reason }, only: isIn('made') }
    return [made, { ...declined, when: minutes(scene, 200, 1500) }]
  }
  if (end !== 'fulfilled') return [made]
  const evidence = random.pick(isMoney ? offerWords.evidence : offerWords.wordEvidence)
  const accepted = { name: 'offer', does: { step: 'accept' }, by: owner, only: isIn('made') }
  const fulfilled = { name: 'offer', does: { step: 'fulfil' }, by: owner, values: { evidence }, only: isIn('accepted') }
  return [
    made,
    { ...accepted, when: isMoney ? minutes(scene, 30, 360) : 5 },
    { ...fulfilled, when: isMoney ? minutes(scene, 30, 360) : 5 },
  ]
}

/** An offer that the patient never answered, which the product ends. */
export const lapseActs = ({ end }: OfferPlan): DemoAct[] =>
  end === 'lapsed'
    ? [
        {
          name: 'offer',
          does: { step: 'alarm' },
          when: ({ records, at }) => later(String(records.offer?.madeAt ?? at), lapseDays * 24 * 60 + 5),
          only: isIn('made'),
        },
      ]
    : []
