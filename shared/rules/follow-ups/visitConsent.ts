import type { RecordValues } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import type { Interaction } from '#shared/entities/interaction.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { contactDay, dayAt, isContactTime } from './contactDays.ts'
import { endedAs } from './ending.ts'
import { isInstantText, nextListing, siteNeed } from './listing.ts'
import { isOfPatient } from './samePatient.ts'

/** Whether the patient agreed to be visited. */
export const hasConsent = ({ consent }: Partial<FollowUp>): boolean => consent?.status === 'granted'

/**
 * What the patient said on the phone about a visit. The call stands among the contacts of this patient: a consent that
 * nobody can look up is none. A refusal ends the follow-up, and a consent that is taken back cancels it.
 */
export const recordConsent: ActionRule = {
  needs: {
    // One of many, since the panel does not know the call before the form is filled in.
    calls: { many: 'interactions', ids: (_record, body) => [String(body.interactionId)] },
    patient: { one: 'patients', id: ({ patientId }) => patientId },
  },
  decide: ({ record, body, actor, now, related }) => {
    const followUp: Partial<FollowUp> = record
    if (followUp.kind !== 'home-visit') return refuse('NO_CONSENT_NEEDED')
    const wrongCall = related.calls && callRefusal(related.calls[0], followUp, related.patient?.[0], now)
    if (wrongCall) return wrongCall
    const { consentStatus: status, interactionId: byInteractionId, scope } = body
    const consent = { status, byInteractionId, at: now, ...(scope !== undefined && { scope }) }
    if (status === 'refused') return { changes: { consent, ...endedAs('refused', followUp, actor.userId, now) } }
    if (status === 'withdrawn')
      return { changes: { consent, status: 'cancelled', endedAt: now, endedBy: actor.userId } }
    return { changes: { consent } }
  },
}

function callRefusal(
  call: Partial<Interaction> | undefined,
  { patientId }: Partial<FollowUp>,
  patient: RecordValues | undefined,
  now: string,
): Refusal | undefined {
  if (call?.kind !== 'call' || call.at === undefined || new Date(call.at).toISOString() > now)
    return refuse('CONSENT_CALL_NEEDED')
  return isOfPatient(patient, patientId, call.patientId) ? undefined : refuse('CONSENT_OF_OTHER')
}

/**
 * Agrees a time: of a visit only with consent, of a call within its window; always to come, and when the site calls. It stands
 * on the list of that day.
 */
export const schedule: ActionRule = {
  needs: { site: siteNeed },
  decide: ({ record, body: { visitAt }, now, related }) => {
    const followUp: Partial<FollowUp> = record
    const isVisit = followUp.kind === 'home-visit'
    if (isVisit && !hasConsent(followUp)) return refuse('CONSENT_NEEDED')
    const [site] = related.site ?? []
    if (!isInstantText(visitAt)) return { changes: {} }
    const scheduledAt = new Date(visitAt).toISOString()
    if (scheduledAt <= now) return refuse('CALL_TIME_PAST')
    if (!isContactTime(site, scheduledAt)) return refuse('OUTSIDE_CONTACT_HOURS')
    const { dueFrom = '', dueTo = '' } = followUp
    if (!isVisit && (scheduledAt < dueFrom || scheduledAt > dueTo)) return refuse('OUTSIDE_WINDOW')
    const on = dayAt(site, scheduledAt)
    const isToday = on === dayAt(site, now)
    const later = { dueFrom, dueTo, scheduledAt }
    return {
      changes: {
        scheduledAt,
        againAt: null,
        ...(!isToday && { callOn: null }),
        // A time later today is put on the list of today at once, if it does not stand there.
        nextAt: !isToday ? contactDay(site, on).fromAt : followUp.callOn === on ? nextListing(site, later, now) : now,
      },
    }
  },
}
