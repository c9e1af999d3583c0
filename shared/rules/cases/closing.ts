import { holdsAny } from '#shared/declaration/access.ts'
import { leads } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, RelatedRecords } from '#shared/rules/decision.ts'
import { isFollowedUp } from '#shared/rules/follow-ups/followedUp.ts'

/**
 * A case is closed when the patient was called and nothing that was said is still to be done. A lead closes a major case,
 * with its report accepted; where money was conceded, whoever took every step of the case does not close it too.
 */
export const close: ActionRule = {
  needs: { followUps: { under: 'follow-ups' }, reports: { under: 'special-reports' } },
  decide: ({ record, actor, related }) => {
    const matter: Partial<Case> = record
    if (matter.severity === 'major' && !holdsAny(actor, leads)) return refuse('LEAD_CLOSES')
    const open = whatIsOpen(matter, related)
    if (open) return open
    const isAlone = actorsOf(matter).every((id) => id === actor.userId)
    return isMoneyConceded(matter) && isAlone ? refuse('SECOND_PERSON_CLOSES') : { changes: {} }
  },
}

/** What still has to happen before a case is closed; undefined when nothing has. */
function whatIsOpen(matter: Partial<Case>, { followUps = [], reports = [] }: RelatedRecords): Refusal | undefined {
  const { severity, openPromises = 0, pendingOffers = 0, resolvedAt = '' } = matter
  if (pendingOffers > 0) return refuse('OFFER_WAITING', { count: pendingOffers })
  if (openPromises > 0) return refuse('PROMISES_OPEN', { count: openPromises })
  const isReported = severity !== 'major' || reports.some(({ status }) => status === 'accepted')
  if (!isReported) return refuse('REPORT_NEEDED')
  return isFollowedUp(followUps, resolvedAt) ? undefined : refuse('CALL_NEEDED')
}

const isMoneyConceded = ({ concededMinor = 0, disputedMinor = 0, patientDecision }: Partial<Case>): boolean =>
  concededMinor > 0 || (disputedMinor > 0 && (patientDecision === 'accepted' || patientDecision === 'partly'))

/** The persons who took the steps of a case that lead to its end. */
const actorsOf = (matter: Partial<Case>): string[] => {
  const { acknowledgedBy, investigatedBy, assessedBy, respondedBy, resolvedBy } = matter
  return [acknowledgedBy, investigatedBy, assessedBy, respondedBy, resolvedBy].filter((id) => id !== undefined)
}
