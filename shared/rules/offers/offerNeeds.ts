import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Offer } from '#shared/entities/offer.ts'
import type { OfferNeed } from '#shared/entities/offerRule.ts'
import type { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'

/** What an offer still lacks of what it needs, as the refusal that says what to do; undefined when nothing. */
export function missingNeed(
  offer: Partial<Offer>,
  needs: readonly OfferNeed[],
  { doctor, now }: { readonly doctor: RecordValues | undefined; readonly now: string },
): Refusal | undefined {
  if (offer.remedy === 'write-off' && offer.writeOffReason === undefined) return refuse('WRITE_OFF_REASON')
  for (const need of needs) {
    const missing = checks[need]?.(offer, doctor, now)
    if (missing) return missing
  }
  return undefined
}

type Check = (offer: Partial<Offer>, doctor: RecordValues | undefined, now: string) => Refusal | undefined

/** The second person and the payer's answer are judged with the option, not with what somebody fills in. */
const checks: Readonly<Partial<Record<OfferNeed, Check>>> = {
  'payer-contract-check': ({ payerContractCheck = 'unknown' }) => {
    if (payerContractCheck === 'forbidden') return refuse('CONTRACT_FORBIDS')
    return payerContractCheck === 'unknown' ? refuse('CONTRACT_CHECK_NEEDED') : undefined
  },
  'liability-notice': ({ liabilityInsurerNotifiedAt: at }, _doctor, now) => {
    if (at === undefined) return refuse('INSURER_FIRST')
    return Date.parse(at) > Date.parse(now) ? refuse('INSURER_LATER') : undefined
  },
  'doctor-agrees': ({ doctorId }, doctor) => {
    if (doctorId === undefined) return refuse('DOCTOR_FIRST')
    const { roles = [] }: Partial<User> = doctor ?? {}
    return roles.includes('clinician') ? undefined : refuse('NOT_A_DOCTOR')
  },
}
