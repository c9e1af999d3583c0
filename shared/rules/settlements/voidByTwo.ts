import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { type SettlementFile, voidingOffices } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Decision } from '#shared/rules/decision.ts'

type VoidRequest = Pick<Partial<SettlementFile>, 'voidRequestedBy' | 'voidRequestedAs'>

/**
 * Voiding takes two persons: the first one's act is kept as a request, the second one's completes it; where it is by
 * office, one of them is the accounts supervisor and the other one the services manager.
 */
export function voidByTwo(
  record: AnyRecord & VoidRequest,
  { userId, roles }: Actor,
  isByOffice = false,
): Decision | Refusal {
  const offices = voidingOffices.filter((office) => roles.includes(office))
  const { voidRequestedBy, voidRequestedAs = [] } = record
  if (!voidRequestedBy)
    return { isPending: true, changes: { voidRequestedBy: userId, ...(isByOffice && { voidRequestedAs: offices }) } }
  if (voidRequestedBy === userId) return refuse('FOUR_EYES', { taken: 'void' })
  const isPair = offices.some((office) => voidRequestedAs.some((other) => other !== office))
  return isByOffice && !isPair ? refuse('VOID_OFFICES') : { changes: {} }
}
