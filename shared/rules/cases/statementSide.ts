import { holdsAny } from '#shared/declaration/access.ts'
import { caseStaff } from '#shared/declaration/roles.ts'
import { notYou, type Rules } from '#shared/rules/decision.ts'

/** Statements carry who took them; a clinician gives the team's side only. */
export const statementRules: Rules = {
  derivation: {
    derive: (record, _links, _at, actor) => ({ takenBy: record.takenBy ?? actor.userId }),
    check: (record, _before, actor) =>
      record.side === 'patient' && !holdsAny(actor, caseStaff)
        ? notYou(
            'TEAM_SIDE_ONLY',
            'A clinician gives the team’s statement; the patient’s is taken by patient relations.',
          )
        : undefined,
  },
  actions: {},
}
