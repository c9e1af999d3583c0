import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { type FollowUp, followUpLife } from '#shared/entities/followUp.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Derivation, Links } from '#shared/rules/decision.ts'
import { firstCallDay, listedAt } from './callDays.ts'
import { usualDayOf } from './callWindow.ts'
import { isOfPatient } from './samePatient.ts'
import { hasConsent } from './visitConsent.ts'

/** Kinds whose window follows from the site's profile, which also names the usual day in it. */
const counted: readonly unknown[] = ['satisfaction-call', 'post-op-call']

/** What every write of a follow-up derives and checks, through whichever door it comes. */
export const plannedFollowUp: Derivation = {
  links: ['siteId', 'patientId', 'caseId', 'encounterId'],
  derive: (record, { siteId: site }, now, _actor, before): RecordValues => {
    const followUp: AnyRecord & Partial<FollowUp> = record
    const hasConcerns = followUp.concerns ? true : undefined
    if (isOver(followUpLife, record)) return { hasConcerns, nextAt: undefined }
    const isNew = before === undefined
    const status =
      isNew && followUp.kind === 'home-visit' && followUp.status === 'planned' ? 'consent-pending' : undefined
    return {
      hasConcerns,
      ...(status && { status }),
      ...((isNew || isMoved(record, before)) && firstListing(followUp, site, now)),
    }
  },
  check: (record, before, _actor, links) => {
    const followUp: AnyRecord & Partial<FollowUp> = record
    if (Date.parse(followUp.dueTo ?? '') <= Date.parse(followUp.dueFrom ?? '')) return refuse('WINDOW_ORDER')
    return (
      (before && changeRefusal(followUp, before)) ?? visitRefusal(followUp) ?? otherPatient(followUp, before, links)
    )
  },
}

const isMoved = (record: AnyRecord, before: AnyRecord): boolean =>
  record.dueFrom !== before.dueFrom || record.dueTo !== before.dueTo

/** When a new or moved follow-up is first put on a list; what stood on one for an earlier day leaves it. */
function firstListing(followUp: Partial<FollowUp>, site: AnyRecord | undefined, now: string): RecordValues {
  const { dueFrom, dueTo, kind } = followUp
  if (followUp.nextAt !== undefined && followUp.version === 0) return {}
  if (dueFrom === undefined || dueTo === undefined) return {}
  const window = { dueFrom: new Date(dueFrom).toISOString(), dueTo: new Date(dueTo).toISOString() }
  if (window.dueTo <= window.dueFrom) return {}
  const usual = counted.includes(kind) ? usualDayOf(site, window.dueFrom, now) : undefined
  const nextAt = listedAt(site, window, firstCallDay(site, window, usual))
  return { nextAt, ...(nextAt > now && { callOn: undefined }) }
}

/** What nobody changes of a follow-up: whose it is, whether it is a visit, and what it was once it is over. */
function changeRefusal(
  after: AnyRecord & Partial<FollowUp>,
  before: AnyRecord & Partial<FollowUp>,
): Refusal | undefined {
  if (after.patientId !== before.patientId) return refuse('FOLLOW_UP_PATIENT_FIXED')
  if ((after.kind === 'home-visit') !== (before.kind === 'home-visit')) return refuse('VISIT_FIXED')
  const kept = ['kind', 'caseId', 'encounterId', 'assigneeId', 'dueFrom', 'dueTo'] as const
  const isChanged = kept.some((name) => after[name] !== before[name])
  return isChanged && isOver(followUpLife, before) ? refuse('FOLLOW_UP_OVER') : undefined
}

/** A visit has a time only with consent, whoever writes it and by whichever way. */
function visitRefusal(followUp: Partial<FollowUp>): Refusal | undefined {
  if (followUp.kind !== 'home-visit') return undefined
  const isVisiting = followUp.status === 'scheduled' || followUp.status === 'done' || followUp.status === 'planned'
  return isVisiting && !(hasConsent(followUp) && followUp.scheduledAt) ? refuse('CONSENT_NEEDED') : undefined
}

function otherPatient(
  followUp: AnyRecord & Partial<FollowUp>,
  before: AnyRecord | undefined,
  { patientId: patient, caseId, encounterId }: Links,
): Refusal | undefined {
  const isOther = (linked: AnyRecord | undefined) =>
    linked !== undefined && !isOfPatient(patient, followUp.patientId, linked.patientId)
  if (followUp.caseId !== before?.caseId && isOther(caseId)) return refuse('CASE_OF_OTHER')
  return followUp.encounterId !== before?.encounterId && isOther(encounterId) ? refuse('VISIT_OF_OTHER') : undefined
}
