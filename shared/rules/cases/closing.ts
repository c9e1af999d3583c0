import { holdsAny } from '#shared/declaration/access.ts'
import { leads } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** A lead closes a major case; where money was conceded, whoever took every step of the case does not close it too. */
export const close: ActionRule = {
  decide: ({ record, actor }) => {
    const matter: Partial<Case> = record
    if (matter.severity === 'major' && !holdsAny(actor, leads)) return refuse('LEAD_CLOSES')
    const isAlone = actorsOf(matter).every((id) => id === actor.userId)
    return isMoneyConceded(matter) && isAlone ? refuse('SECOND_PERSON_CLOSES') : { changes: {} }
  },
}

const isMoneyConceded = ({ disputedMinor = 0, patientDecision }: Partial<Case>): boolean =>
  disputedMinor > 0 && (patientDecision === 'accepted' || patientDecision === 'partly')

/** The persons who took the steps of a case that lead to its end. */
const actorsOf = (matter: Partial<Case>): string[] => {
  const { acknowledgedBy, investigatedBy, assessedBy, respondedBy, resolvedBy } = matter
  return [acknowledgedBy, investigatedBy, assessedBy, respondedBy, resolvedBy].filter((id) => id !== undefined)
}
