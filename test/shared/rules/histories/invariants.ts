import type { AnyRecord } from '#shared/declaration/entity.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { Offer } from '#shared/entities/offer.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { SpecialReport } from '#shared/entities/specialReport.ts'
import type { Hospital } from './hospital.ts'

const granted = ['approved', 'made', 'accepted', 'fulfilled']
const standing = ['pending-approval', ...granted]
/** What each role offers of the standard rules at the most: limits A and B of the site, halved without own fault. */
const limits: Readonly<Record<string, number>> = {
  'front-desk': 0,
  officer: 50_000,
  'unit-manager': 200_000,
  director: Number.MAX_SAFE_INTEGER,
}

/** What of a hospital must never be; empty while everything holds. Written from the specification, not from the rules. */
export function violationsOf({ desk }: Hospital): string[] {
  const of = (entity: Parameters<typeof desk.of>[0]) => desk.of(entity)
  const childrenOf = (entity: Parameters<typeof desk.of>[0], { id }: AnyRecord) =>
    of(entity).filter(({ caseId }) => caseId === id)
  const users = new Map(
    [...desk.records.values()].filter(({ id }) => id.startsWith('user_')).map((each) => [each.id, each]),
  )
  const limitOf = (userId: unknown) =>
    Math.max(0, ...[users.get(String(userId))?.roles].flat().map((role) => limits[String(role)] ?? 0))
  const wrong: string[] = []
  const check = (holds: boolean, sentence: string, { id }: AnyRecord) => {
    if (!holds) wrong.push(`${sentence}: ${id}`)
  }
  for (const offer of of(Offer)) {
    const { status, approvedBy, requestedBy, remedy, caseId } = offer
    const amount = Number(offer.amountMinor ?? 0)
    if (!granted.includes(String(status))) continue
    check(approvedBy === undefined || approvedBy !== requestedBy, 'An approver asked', offer)
    const share = offer.ruleCode === 'standard-goodwill' ? 0.5 : 1
    check(amount <= limitOf(approvedBy ?? requestedBy) * share, 'An offer over its limit', offer)
    const matter = desk.get(String(caseId))
    const file = desk.records.get(String(matter.settlementFileId))
    if (remedy === 'write-off') {
      check(approvedBy !== undefined, 'A write-off of one person', offer)
      check(file === undefined || file.payerAnswer !== undefined, 'A write-off before the final answer', offer)
    }
    // A case that was opened again may be judged another way than when its offers were made.
    if (remedy === 'compensation' && !matter.reopenedCount)
      check(matter.faultClass === 'own-fault', 'Compensation without own fault', offer)
  }
  for (const patient of [...desk.records.values()].filter(({ id }) => id.startsWith('patient_'))) {
    const goodwill = of(Offer).filter(
      ({ patientId, status, ruleCode }) =>
        patientId === patient.id && granted.includes(String(status)) && ruleCode === 'standard-goodwill',
    )
    const sum = goodwill.reduce((total, { amountMinor }) => total + Number(amountMinor ?? 0), 0)
    check(sum <= 200_000, 'Offers over the cap of a patient', patient)
  }
  for (const entry of of(LedgerEntry))
    check(of(LedgerEntry).filter(({ offerId }) => offerId === entry.offerId).length === 1, 'Written off twice', entry)
  for (const visit of of(FollowUp)) {
    if (visit.kind === 'home-visit' && ['scheduled', 'done'].includes(String(visit.status)))
      check(
        Object(visit.consent).status === 'granted' && visit.scheduledAt !== undefined,
        'A visit without consent',
        visit,
      )
    check(isOver(lifeOf(FollowUp), visit) || isHere(users, visit.assigneeId), 'A call of somebody who left', visit)
  }
  for (const promise of of(CasePromise))
    check(promise.status !== 'open' || isHere(users, promise.ownerId), 'A promise of somebody who left', promise)
  for (const matter of of(Case)) {
    const open = childrenOf(CasePromise, matter).filter(({ status }) => status === 'open').length
    const pending = childrenOf(Offer, matter).filter(({ status }) => status === 'pending-approval').length
    check(Number(matter.openPromises ?? 0) === open, 'Promises miscounted', matter)
    check(Number(matter.pendingOffers ?? 0) === pending, 'Offers miscounted', matter)
    check(isOver(lifeOf(Case), matter) || isHere(users, matter.ownerId), 'A case of somebody who left', matter)
    const stands = childrenOf(Offer, matter).filter(({ status }) => standing.includes(String(status))).length
    check(Number(matter.standingOffers ?? 0) === stands, 'Standing offers miscounted', matter)
    if (matter.status === 'resolved') check(pending === 0, 'Resolved while an offer waits', matter)
    if (matter.status !== 'closed') continue
    check(open === 0, 'Closed with an open promise', matter)
    const reports = childrenOf(SpecialReport, matter)
    check(
      matter.severity !== 'major' || reports.some(({ status }) => status === 'accepted'),
      'Closed without its report',
      matter,
    )
  }
  return wrong
}

const lifeOf = ({ lifecycle }: typeof Case | typeof FollowUp) => lifecycle ?? { field: 'status', states: {} }

const isHere = (users: ReadonlyMap<string, AnyRecord>, id: unknown) =>
  id === undefined || users.get(String(id))?.isActive === true
