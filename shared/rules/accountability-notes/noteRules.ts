import { refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'

/** A note about a person of the staff names who wrote it, and nobody writes one about themselves. */
export const noteRules: Rules = {
  derivation: {
    derive: ({ writtenBy }, _links, _now, actor) => ({ writtenBy: writtenBy ?? actor.userId }),
    check: (record, before, actor) => {
      if (record.personId === actor.userId) return refuse('NOTE_ABOUT_SELF')
      const isMoved = before && (record.caseId !== before.caseId || record.personId !== before.personId)
      return isMoved ? refuse('NOTE_FIXED') : undefined
    },
  },
  actions: {},
}
