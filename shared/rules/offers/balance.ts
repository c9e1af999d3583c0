import type { Case } from '#shared/entities/case.ts'
import type { Offer, offerLife } from '#shared/entities/offer.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { amountText } from './grounds.ts'
import type { OfferScene } from './offerScene.ts'
import { remedyNatures } from './remedies.ts'
import type { StandingRule } from './standardRules.ts'

type OfferState = keyof typeof offerLife.states

/** The states in which the amount of an offer is given away or promised. */
const committed: readonly string[] = ['approved', 'made', 'accepted', 'fulfilled'] satisfies OfferState[]

/** Whether the amount of an offer is given away or promised to the patient. */
export const isCommitted = ({ status = 'draft', amountMinor, deletedAt }: Partial<Offer>): boolean =>
  committed.includes(status) && (amountMinor ?? 0) > 0 && deletedAt === undefined

/** What the other offers of a case give, in minor units: all of them, or those that somebody offered without asking. */
export const givenBefore = (
  offers: readonly Partial<Offer>[],
  exceptId: string | undefined,
  by: 'anybody' | 'one-person',
): number =>
  offers
    .filter((offer) => offer.id !== exceptId && isCommitted(offer))
    .filter(({ approvedBy }) => by === 'anybody' || approvedBy === undefined)
    .reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0)

/** What other offers leave of the amount that a case is about, in minor units; undefined where no amount is disputed. */
export function disputedLeft(
  { disputedMinor }: Partial<Case>,
  offers: readonly Partial<Offer>[],
  exceptId: string | undefined,
): number | undefined {
  if (disputedMinor === undefined) return undefined
  const others = offers.filter((offer) => offer.id !== exceptId && isCommitted(offer))
  const lowering = others.filter(({ remedy }) => remedy && remedyNatures[remedy].lowersBill)
  return Math.max(0, disputedMinor - lowering.reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0))
}

/** What is still open of a settlement file after the payer's part and what was written off, in minor units. */
export function openBalance({ totals, payerPaidMinor = 0, writtenOffMinor = 0 }: Partial<SettlementFile>): number {
  return Math.max(0, (totals?.netMinor ?? 0) - payerPaidMinor - writtenOffMinor)
}

/** What other offers of a case have promised to write off and not yet posted, in minor units. */
export const writeOffsAhead = (offers: readonly Partial<Offer>[], exceptId: string | undefined): number =>
  offers
    .filter((offer) => offer.id !== exceptId && offer.remedy === 'write-off' && offer.status !== 'fulfilled')
    .reduce((sum, offer) => sum + (isCommitted(offer) ? (offer.amountMinor ?? 0) : 0), 0)

/** An offer of money as its patient's record keeps it. */
export type PatientConcession = NonNullable<Patient['concessions']>[number]

/** The concessions of the twelve months before an instant; older ones count no more. */
export function recentConcessions({ concessions = [] }: Partial<Patient>, now: string): PatientConcession[] {
  const since = new Date(now)
  since.setUTCFullYear(since.getUTCFullYear() - 1)
  return concessions.filter(({ at }) => at > since.toISOString())
}

/** What a patient's cap leaves for another offer by rules of a code, in minor units. */
export function capLeft(
  patient: Partial<Patient>,
  { ruleCode, offerId, capMinor }: { ruleCode: string; offerId?: string; capMinor: number },
  now: string,
): number {
  const others = recentConcessions(patient, now).filter(
    (each) => each.ruleCode === ruleCode && each.offerId !== offerId,
  )
  return Math.max(0, capMinor - others.reduce((sum, { amountMinor }) => sum + amountMinor, 0))
}

/** The most that is left to be offered, in minor units, whoever decides; and the refusal of more. */
export interface Most {
  readonly amountMinor: number
  readonly why: Refusal
}

/** The cap of a patient by a rule, in minor units; undefined without one. */
export function capOf(rule: StandingRule, { site, now }: Pick<OfferScene, 'site' | 'now'>): number | undefined {
  return rule.patientCapLimit === 'B' ? figuresAt(site, now).limitBMinor : rule.patientCapMinor
}

/**
 * The most that a rule leaves in a case: what other offers leave of the amount in dispute, what is open of the file where
 * it is written off, and what the patient's cap leaves. Undefined where nothing bounds it.
 */
export function mostOf(rule: StandingRule, scene: OfferScene, offerId?: string): Most | undefined {
  const { matter, patient, site, file, offers, now } = scene
  const text = (amountMinor: number) => amountText(amountMinor, site.currency ?? '')
  const bounds: Most[] = []
  const bound = (amountMinor: number | undefined, whyNot: (left: string) => Refusal, nothing: Refusal) => {
    if (amountMinor === undefined) return
    bounds.push({ amountMinor, why: amountMinor > 0 ? whyNot(text(amountMinor)) : nothing })
  }
  if (remedyNatures[rule.remedy].lowersBill)
    bound(disputedLeft(matter, offers, offerId), (left) => refuse('BEYOND_DISPUTED', { left }), refuse('NOTHING_LEFT'))
  if (rule.remedy === 'write-off' && file)
    bound(
      openBalance(file) - writeOffsAhead(offers, offerId),
      (left) => refuse('BEYOND_BALANCE', { left }),
      refuse('NOTHING_LEFT'),
    )
  const capMinor = capOf(rule, scene)
  if (capMinor !== undefined)
    bound(
      capLeft(patient, { ruleCode: rule.code, capMinor, ...(offerId !== undefined && { offerId }) }, now),
      (left) => refuse('PATIENT_CAP_LEFT', { left }),
      refuse('PATIENT_CAP'),
    )
  return bounds.sort((a, b) => a.amountMinor - b.amountMinor)[0]
}
