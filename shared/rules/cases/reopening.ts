import { isOver } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { followUpLife } from '#shared/entities/followUp.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { ownerAgain, ownerNeeds } from './ownerAgain.ts'

/**
 * A case begins again: what was resolved is undone, and its calls that are still planned are cancelled, since there is
 * something else to ask now. The call that found the patient unsatisfied ends by its own step.
 */
export const reopen: ActionRule = {
  needs: { followUps: { under: 'follow-ups' }, ...ownerNeeds },
  decide: ({ record, body, related, now }) => {
    const { reopenedCount = 0, status }: Partial<Case> = record
    const owner = status === 'closed' ? ownerAgain(record, related, now) : {}
    const undone = { resolvedAt: null, closedAt: null, patientDecision: null }
    // The director is told of a major case that begins again, too.
    const untold = { directorInformedAt: null, directorInformedBy: null }
    const running = (related.followUps ?? []).filter((each) => !isOver(followUpLife, each))
    const updates = running
      .filter(({ id }) => id !== body.followUpId)
      .map(({ id }) => ({
        resource: 'follow-ups',
        id: String(id),
        step: 'cancel',
        body: { reason: body.reason },
      }))
    return { changes: { reopenedCount: reopenedCount + 1, ...undone, ...untold, ...owner }, updates }
  },
}
