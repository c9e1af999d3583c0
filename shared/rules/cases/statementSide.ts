import { holdsAny } from '#shared/declaration/access.ts'
import { caseStaff } from '#shared/declaration/roles.ts'
import { refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'

/** A statement names the person who took it; a clinician gives the team's side only, and an administrator enters old ones. */
export const statementRules: Rules = {
  derivation: {
    derive: (record, _links, _at, actor) => ({ takenBy: record.takenBy ?? actor.userId }),
    check: (record, _before, actor) =>
      record.side === 'patient' && !holdsAny(actor, [...caseStaff, 'admin']) ? refuse('TEAM_SIDE_ONLY') : undefined,
  },
  actions: {},
}
