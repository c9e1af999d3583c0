import type { RecordValues } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { contactDay, dayAt, isContactTime } from './contactDays.ts'
import { endedAs } from './ending.ts'
import { mostUnanswered, unansweredOf } from './followedUp.ts'
import { isInstantText, type ListedFollowUp, nextListing, siteNeed } from './listing.ts'

/** Attempts that are kept; the newest ones of a patient who asks to be called again and again. */
export const mostAttempts = 20

/**
 * An attempt to reach the patient. The third that nobody answers ends the follow-up, and so does a patient who wants no call;
 * after any other it is called again, when the patient said or on another day. The window stays as it is.
 */
export const attempt: ActionRule = {
  needs: { site: siteNeed },
  decide: ({ record, body, actor, now, related }) => {
    const followUp: Partial<FollowUp> = record
    const [site] = related.site ?? []
    const { result, callNote, againAt } = body as unknown as AttemptBody
    const wrongTime = isInstantText(againAt) ? timeRefusal(site, againAt, now) : undefined
    if (wrongTime) return wrongTime
    const entry = { at: now, by: actor.userId, result, ...(callNote !== undefined && { note: callNote }) }
    const attempts = [...(followUp.attempts ?? []), entry].slice(-mostAttempts)
    const counted = { attempts, attemptCount: (followUp.attemptCount ?? 0) + 1 }
    if (result === 'reached') return { changes: counted }
    if (result === 'refused') return { changes: { ...counted, ...endedAs('refused', followUp, actor.userId, now) } }
    const isLast = result !== 'call-later' && unansweredOf({ attempts }) >= mostUnanswered
    if (isLast) return { changes: { ...counted, ...endedAs('no-answer', followUp, actor.userId, now) } }
    const caller = followUp.assigneeId ?? actor.userId
    return {
      changes: { ...counted, ...again(site, record as Partial<FollowUp> & ListedFollowUp, againAt, caller, now) },
    }
  },
}

interface AttemptBody {
  readonly result: NonNullable<FollowUp['attempts']>[number]['result']
  readonly callNote?: string
  readonly againAt?: string
}

function timeRefusal(site: RecordValues | undefined, againAt: string, now: string): Refusal | undefined {
  if (new Date(againAt).toISOString() <= now) return refuse('CALL_TIME_PAST')
  return site && !isContactTime(site, againAt) ? refuse('OUTSIDE_CONTACT_HOURS') : undefined
}

/** A call that is promised for later today stays with its caller; any other leaves the list until its day. */
function again(
  site: RecordValues | undefined,
  followUp: Partial<FollowUp> & ListedFollowUp,
  againAt: string | undefined,
  caller: string,
  now: string,
): RecordValues {
  if (!isInstantText(againAt))
    return { againAt: null, callOn: null, nextAt: nextListing(site, { ...followUp, againAt: undefined }, now) }
  const on = dayAt(site, againAt)
  if (on !== dayAt(site, now)) return { againAt, callOn: null, nextAt: contactDay(site, on).fromAt }
  return { againAt, callOn: on, assigneeId: caller, nextAt: nextListing(site, { ...followUp, againAt }, now) }
}
