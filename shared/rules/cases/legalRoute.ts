import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** A case goes to the lawyers with a lawyer's letter, or when compensation is demanded and the fault is not ours. */
export const legalRoute: ActionRule = {
  decide: ({ record, body }) => {
    const { demands = [], faultClass }: Partial<Case> = record
    const isWithoutFault = faultClass !== undefined && faultClass !== 'own-fault'
    if (body.lawyersLetter || (demands.includes('compensation') && isWithoutFault)) return { changes: {} }
    return refuse('NO_LEGAL_GROUND')
  },
}
