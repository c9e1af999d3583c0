import { stateOf } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** By how much the offers and promises of a case changed, as the step says it. */
interface CountedDifferences {
  readonly pendingOffersBy?: number
  readonly standingOffersBy?: number
  readonly openPromisesBy?: number
  /** Minor units of the currency of the case. */
  readonly concededMinorBy?: number
}

/** States of a case in which nothing new begins on it. */
export const endedStates: readonly string[] = ['closed', 'withdrawn', 'merged']

/**
 * An offer or a promise of a case changed, and the case counts it in the same transaction. What may not begin on a case
 * as it is now is refused here, where nothing can come in between.
 */
export const count: ActionRule = {
  decide: ({ record, body }) => {
    const matter: Partial<Case> = record
    const differences: CountedDifferences = body
    const refusal = countRefusal(stateOf(caseLife, record), differences)
    if (refusal) return refusal
    const { pendingOffersBy, standingOffersBy, openPromisesBy, concededMinorBy } = differences
    const { pendingOffers, standingOffers, openPromises, concededMinor } = matter
    return {
      changes: {
        ...(pendingOffersBy && { pendingOffers: counted(pendingOffers, pendingOffersBy) }),
        ...(standingOffersBy && { standingOffers: counted(standingOffers, standingOffersBy) }),
        ...(openPromisesBy && { openPromises: counted(openPromises, openPromisesBy) }),
        ...(concededMinorBy && { concededMinor: counted(concededMinor, concededMinorBy) }),
      },
    }
  },
}

const counted = (before: number | undefined, by: number): number => Math.max(0, (before ?? 0) + by)

/** Why nothing of this may happen on a case in a state; undefined when it may. */
function countRefusal(state: string, differences: CountedDifferences): Refusal | undefined {
  const { pendingOffersBy = 0, standingOffersBy = 0, openPromisesBy = 0, concededMinorBy = 0 } = differences
  const isOffered = pendingOffersBy > 0 || standingOffersBy > 0
  // An offer that waits no more and still stands was approved.
  const isApproved = pendingOffersBy < 0 && standingOffersBy === 0
  if (state === 'legal-route' && (isOffered || isApproved || concededMinorBy > 0)) return refuse('OFFERS_FROZEN')
  if (endedStates.includes(state) && (isOffered || isApproved || openPromisesBy > 0)) return refuse('CASE_OVER')
  return state === 'resolved' && pendingOffersBy > 0 ? refuse('CASE_RESOLVED') : undefined
}
