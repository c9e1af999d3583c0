import type { CasePromise } from '#shared/entities/promise.ts'
import type { Site } from '#shared/entities/site.ts'
import type { User } from '#shared/entities/user.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { unassignable } from '#shared/rules/users/assignment.ts'
import { dueAtRefusal } from './promisedDueAt.ts'

/** Another time is agreed with the patient: this promise ends, and a new one of the same owner takes its place. */
export const renegotiate: ActionRule = {
  needs: {
    owner: { one: 'users', id: ({ ownerId }) => ownerId },
    site: { one: 'sites', id: ({ siteId }) => siteId },
  },
  decide: ({ record, body, actor, now, related }) => {
    const { id: renegotiatedFromId, caseId, kind, text, ownerId, dueAt = '' }: Partial<CasePromise> = record
    const newDueAt = String(body.newDueAt)
    const refusal = dueAtRefusal(newDueAt, now)
    if (refusal) return refusal
    const owner = related.owner?.[0] as User | undefined
    const site: Partial<Site> | undefined = related.site?.[0]
    // An owner who left or is away cannot be named anew: the unit manager hears of the promise then.
    const isThere = owner !== undefined && !unassignable(owner, site?.timeZone ?? 'UTC', now)
    const fields = { caseId, kind, text, dueAt: newDueAt, ...(isThere && { ownerId }) }
    const values = { ...fields, renegotiatedFromId, madeBy: actor.userId }
    return {
      // Whoever agrees another time when the promise was due already has not kept it.
      changes: now > dueAt ? { isKeptInTime: false } : {},
      creates: [{ resource: 'promises', values, key: ['renegotiated'] }],
    }
  },
}
