import { stateOf } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { isRefusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { mergeRules } from '#shared/rules/merging/mergeRules.ts'

const { merge, unmerge, ...others } = mergeRules('cases', (merged, stays) =>
  merged.patientId === stays.patientId ? undefined : refuse('MERGE_OTHER_PATIENT'),
)

/** Cases of one patient are merged; the state before is kept, and a case that is parted again goes on from there. */
export const caseMerging: Readonly<Record<'merge' | 'unmerge' | 'absorb' | 'release', ActionRule>> = {
  ...others,
  merge: {
    decide: (situation) => {
      const decision = merge.decide(situation)
      if (isRefusal(decision)) return decision
      const statusBeforeMerge = stateOf(caseLife, situation.record)
      return { ...decision, changes: { ...decision.changes, statusBeforeMerge } }
    },
  },
  unmerge: {
    decide: (situation) => {
      const decision = unmerge.decide(situation)
      if (isRefusal(decision)) return decision
      const { statusBeforeMerge: status = 'received' }: Partial<Case> = situation.record
      return { ...decision, changes: { ...decision.changes, status, statusBeforeMerge: null } }
    },
  },
}
