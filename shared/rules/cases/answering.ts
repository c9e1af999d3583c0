import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { callWindow } from '#shared/rules/follow-ups/callWindow.ts'

/** A case is answered with an offer that stands, or with the reason why there is none; of a major one the director knows. */
export const respond: ActionRule = {
  decide: ({ record, body }) => {
    const { severity, directorInformedAt, standingOffers = 0 }: Partial<Case> = record
    if (severity === 'major' && directorInformedAt === undefined) return refuse('DIRECTOR_FIRST')
    return standingOffers > 0 || body.noRemedyReason ? { changes: {} } : refuse('REMEDY_NEEDED')
  },
}

/** A case is resolved when no offer waits for a decision; the patient is then called, at a time that the site allows. */
export const resolve: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, related, now }) => {
    const { id: caseId, patientId, pendingOffers = 0 }: Partial<Case> = record
    if (pendingOffers > 0) return refuse('OFFER_WAITING', { count: pendingOffers })
    const { dueFrom, dueTo } = callWindow(related.site?.[0], now)
    const values = { patientId, caseId, kind: 'satisfaction-call', dueFrom, dueTo }
    return { changes: {}, creates: [{ resource: 'follow-ups', key: ['satisfaction-call', now], values }] }
  },
}
