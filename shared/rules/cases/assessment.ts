import { holdsAny } from '#shared/declaration/access.ts'
import { leads } from '#shared/declaration/roles.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** A case is assessed when both sides are heard; only a lead may decide without the team's statement, with a reason. */
export const assess: ActionRule = {
  needs: { statements: { under: 'statements' } },
  decide: ({ body, actor, related }) => {
    const sides = new Set(related.statements?.map((statement) => statement.side))
    if (!sides.has('patient')) return refuse('PATIENT_STATEMENT_NEEDED')
    if (sides.has('team')) return { changes: {} }
    if (!body.teamUnavailableReason) return refuse('TEAM_STATEMENT_NEEDED')
    return holdsAny(actor, leads) ? { changes: {} } : refuse('LEAD_DECIDES')
  },
}
