import { isOpen, stateOf } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { isRefusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { mergeRules } from '#shared/rules/merging/mergeRules.ts'
import { ownerAgain, ownerNeeds } from './ownerAgain.ts'

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
      // Nobody looks at a merged case any more, so that nothing may wait there.
      const { openPromises = 0, pendingOffers = 0 }: Partial<Case> = situation.record
      if (openPromises + pendingOffers > 0) return refuse('MERGE_WAITING', { count: openPromises + pendingOffers })
      const statusBeforeMerge = stateOf(caseLife, situation.record)
      return { ...decision, changes: { ...decision.changes, statusBeforeMerge } }
    },
  },
  unmerge: {
    needs: ownerNeeds,
    decide: (situation) => {
      const decision = unmerge.decide(situation)
      if (isRefusal(decision)) return decision
      const { record, related, now } = situation
      const { statusBeforeMerge: status = 'received' }: Partial<Case> = record
      const owner = isOpen(caseLife, { status }) ? ownerAgain(record, related, now) : {}
      return { ...decision, changes: { ...decision.changes, ...owner, status, statusBeforeMerge: null } }
    },
  },
}
