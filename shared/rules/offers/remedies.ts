import type { Remedy } from '#shared/entities/offer.ts'
import type { OfferNeed } from '#shared/entities/offerRule.ts'

/** What holds for a remedy at every site, whatever its rules say. */
interface RemedyNature {
  /** It is an amount of money. */
  readonly isMoney?: true
  /** Its amount is part of what is disputed, so that it never goes beyond what is left of that. */
  readonly lowersBill?: true
  /** Only where the fault was ours. */
  readonly isForOwnFault?: true
  /** The director decides, and nobody else. */
  readonly isDirectors?: true
  readonly needs?: readonly OfferNeed[]
}

/** The nature of each remedy. */
export const remedyNatures: Readonly<Record<Remedy, RemedyNature>> = {
  'apology-regret': {},
  'apology-organisation': { isForOwnFault: true },
  explanation: {},
  discount: { isMoney: true, lowersBill: true },
  'bill-reduction': { isMoney: true, lowersBill: true },
  'write-off': {
    isMoney: true,
    lowersBill: true,
    needs: ['second-person', 'payer-final-answer', 'payer-contract-check'],
  },
  refund: { isMoney: true, lowersBill: true },
  'free-of-charge': { isMoney: true, lowersBill: true },
  compensation: { isMoney: true, isForOwnFault: true },
  gift: { isMoney: true },
  'redo-treatment': { needs: ['doctor-agrees'] },
  'clinical-plan': { needs: ['doctor-agrees'] },
  'written-statement': { isDirectors: true, needs: ['second-person'] },
}
