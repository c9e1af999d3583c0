import { type Refusal, refuse } from '#shared/refusals.ts'
import { type ApproverRole, rungFor } from './limits.ts'
import type { OfferOption } from './offerOptions.ts'

/** What an offer is decided by once its amount is known: an option without the rest of it. */
export type AmountTerms = Pick<OfferOption, 'decision' | 'isMoney' | 'approvers' | 'upToMinor' | 'most' | 'why'>

/** Whether an offer of an amount goes through at once, or who has to decide on it; its refusal, where nobody may. */
export function offerDecision(
  option: AmountTerms,
  amountMinor: number | undefined,
): { readonly approverRole?: ApproverRole } | Refusal {
  const { decision, why, isMoney, most, upToMinor, approvers } = option
  if (decision === 'refused') return 'status' in why ? why : refuse('NO_OFFER_RULE')
  const wrong = amountRefusal(isMoney, amountMinor)
  if (wrong) return wrong
  const amount = amountMinor ?? 0
  if (most && amount > most.amountMinor) return most.why
  if (decision === 'allowed' && (upToMinor === undefined || amount <= upToMinor)) return {}
  const rung = rungFor(approvers, amount)
  return rung ? { approverRole: rung.role } : refuse('ABOVE_LIMITS')
}

/** Money has an amount above nothing, and nothing else has one. */
export function amountRefusal(isMoney: boolean, amountMinor: number | null | undefined): Refusal | undefined {
  const amount = amountMinor ?? undefined
  if (isMoney) return amount === undefined || amount <= 0 ? refuse('AMOUNT_NEEDED') : undefined
  return amount === undefined ? undefined : refuse('AMOUNT_NOT_HERE')
}
