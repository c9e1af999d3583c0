import type { Actor } from '#shared/declaration/access.ts'
import { voidingOffices } from '#shared/entities/settlementFile.ts'
import { type Decision, notYou, type Refusal } from '#shared/rules/decision.ts'

type VoidRequest = { readonly voidRequestedBy?: string; readonly voidRequestedAs?: readonly string[] }
type VoidAttempt = { actor: Actor; reason: string | undefined; done: Decision['changes']; isByOffice?: boolean }

/**
 * Voiding takes two persons: the first one's act is kept as a request, the second one's carries it out; where it is by
 * office, one of them is the accounts supervisor and the other one the services manager.
 */
export function voided(record: VoidRequest, { actor, reason, done, isByOffice }: VoidAttempt): Decision | Refusal {
  const offices = voidingOffices.filter((office) => actor.roles.includes(office))
  const { voidRequestedBy, voidRequestedAs = [] } = record
  if (!voidRequestedBy)
    return { reason, changes: { voidRequestedBy: actor.userId, ...(isByOffice && { voidRequestedAs: offices }) } }
  if (voidRequestedBy === actor.userId)
    return notYou('FOUR_EYES', 'You asked for this yourself; another person must confirm it.')
  const isPair = offices.some((office) => voidRequestedAs.some((other) => other !== office))
  if (isByOffice && !isPair)
    return notYou('VOID_OFFICES', 'The accounts supervisor and the services manager void a file together.')
  return { changes: done, reason }
}
