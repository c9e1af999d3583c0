import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { Offer } from '#shared/entities/offer.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Consequences, OtherUpdate, Rules } from '#shared/rules/decision.ts'
import { isSame } from '#shared/values/canonical.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { isCommitted } from './balance.ts'
import { alarm, fulfil, unfrozenSteps } from './carryingOut.ts'
import { approve, reject } from './deciding.ts'
import { amountRefusal } from './offerDecision.ts'
import { caseRefusal } from './offerOptions.ts'
import { offerTimes } from './offerTimes.ts'
import { remedyNatures } from './remedies.ts'
import { submit } from './requesting.ts'

type OfferRecord = Partial<Offer>

/** What asking for an offer and deciding on it wrote; an edit voids all of it. */
const voided: RecordValues = Object.fromEntries(
  [
    ...['wording', 'ruleId', 'ruleCode', 'ruleVersion', 'requestedBy', 'requestedAt', 'approverRole'],
    ...['approvedBy', 'approvedAt', 'alarmPercent'],
  ].map((name) => [name, null]),
)

/** Whether somebody edited an offer. An erasure that takes away what was written of a person is no edit. */
function isEdited(after: AnyRecord, before: AnyRecord): boolean {
  const isTaken = (name: string) =>
    Offer.fields[name as keyof typeof Offer.fields].isPersonal && (after[name] === null || isErasedText(after[name]))
  return Object.keys(Offer.fields).some((name) => !isSame(after[name] ?? undefined, before[name]) && !isTaken(name))
}

/** States in which an offer may still be edited. */
const editable: readonly string[] = ['draft', 'pending-approval', 'approved'] satisfies Offer['status'][]

function checkOffer(record: AnyRecord, before: AnyRecord | undefined, links: RecordValues): Refusal | undefined {
  const { caseId: matter, siteId: site } = links as Readonly<Record<string, RecordValues | undefined>>
  const { remedy, amountMinor, currency }: OfferRecord = record
  if (before && record.caseId !== before.caseId) return refuse('OFFER_CASE_FIXED')
  if (before && !isEdited(record, before)) return undefined
  if (before && !editable.includes(String(before.status))) return refuse('OFFER_FIXED')
  const over = before ? undefined : caseRefusal(matter ?? {})
  if (over) return over
  const wrong = remedy && amountRefusal(remedyNatures[remedy].isMoney === true, amountMinor)
  if (wrong) return wrong
  const isForeign = currency && site && currency !== site.currency
  return isForeign ? refuse('OFFER_CURRENCY', { currency: String(site.currency) }) : undefined
}

const pending = ({ status, deletedAt }: OfferRecord): number =>
  status === 'pending-approval' && deletedAt === undefined ? 1 : 0

const notStanding: readonly unknown[] = ['draft', 'rejected', 'cancelled', 'declined', 'lapsed']
const standing = ({ status = 'draft', deletedAt }: OfferRecord): number =>
  notStanding.includes(status) || deletedAt !== undefined ? 0 : 1

const conceded = (offer: OfferRecord): number => (offer.status === 'fulfilled' ? (offer.amountMinor ?? 0) : 0)

/** What follows from a write of an offer: its case counts it, and a patient's cap is given back what is offered no more. */
function followOffer(after: OfferRecord, before: OfferRecord = { status: 'draft' }): Consequences {
  const { caseId, patientId, id: offerId } = after
  const differences = {
    pendingOffersBy: pending(after) - pending(before),
    standingOffersBy: standing(after) - standing(before),
    concededMinorBy: conceded(after) - conceded(before),
  }
  const body = Object.fromEntries(Object.entries(differences).filter(([, difference]) => difference !== 0))
  const updates: OtherUpdate[] = []
  if (caseId && Object.keys(body).length > 0) updates.push({ resource: 'cases', id: caseId, step: 'count', body })
  if (patientId && isCommitted(before) && !isCommitted(after))
    updates.push({ resource: 'patients', id: patientId, step: 'take-back', body: { offerId } })
  return { updates }
}

/** Every rule about offers. */
export const offerRules: Rules = {
  derivation: {
    links: ['caseId', 'siteId'],
    derive: (record, { siteId: site }, _now, _actor, before) => {
      const { amountMinor, currency, status }: OfferRecord = record
      const isMoney = amountMinor !== undefined && amountMinor !== null
      const isUndone =
        before !== undefined &&
        status === before.status &&
        (status === 'pending-approval' || status === 'approved') &&
        isEdited(record, before)
      const undone = isUndone ? { ...voided, status: 'draft' } : {}
      const currencyNow = isMoney ? (currency ?? site?.currency) : null
      return { currency: currencyNow, ...undone, ...offerTimes({ ...record, ...undone } as OfferRecord, site) }
    },
    check: (record, before, _actor, links) => checkOffer(record, before, links),
    follow: (after, before) => followOffer(after, before),
  },
  actions: { submit, approve, reject, ...unfrozenSteps, fulfil, alarm },
}
