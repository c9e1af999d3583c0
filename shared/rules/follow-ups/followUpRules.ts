import { isOver } from '#shared/declaration/lifecycle.ts'
import { type FollowUp, followUpLife } from '#shared/entities/followUp.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { attempt } from './attempts.ts'
import { complete } from './completion.ts'
import { type ListedFollowUp, nextListing, siteNeed } from './listing.ts'
import { plannedFollowUp } from './plannedFollowUp.ts'
import { recordConsent, schedule } from './visitConsent.ts'

/**
 * Stands on the list of a morning; tomorrow it is looked at again, in case its caller is not there then. A visit without
 * consent is called about too, and stays one without consent.
 */
const assign: ActionRule = {
  needs: { site: siteNeed },
  decide: ({ record, body, now, related }) => {
    const followUp: Partial<FollowUp> = record
    // Another scheduler was faster, after this one had looked.
    if (followUp.nextAt === undefined || followUp.nextAt > now) return refuse('LISTED_ALREADY')
    const [site] = related.site ?? []
    const nextAt = nextListing(site, record as unknown as ListedFollowUp, now)
    return {
      changes: {
        ...(followUp.status === 'planned' && { status: 'scheduled' }),
        assigneeId: body.callerId ?? null,
        callOn: body.callOn,
        ...(body.isKept !== true && { sharedTo: body.callerId ?? null }),
        nextAt,
        ...(body.isLate === true && { isAlerted: true }),
      },
    }
  },
}

// A person who left has it no more; the next morning gives it to somebody else.
const releaseOwner: ActionRule = {
  decide: ({ record }) => (isOver(followUpLife, record) ? { changes: {} } : { changes: { assigneeId: null } }),
}

/** Everything that is decided about follow-ups. */
export const followUpRules: Rules = {
  derivation: plannedFollowUp,
  actions: { attempt, 'record-consent': recordConsent, schedule, complete, assign, 'release-owner': releaseOwner },
}
