import type { OfferOptionReply } from '#shared/api/offers.ts'
import { type Field, type Fields, required } from '#shared/declaration/field.ts'
import { Offer } from '#shared/entities/offer.ts'
import type { OfferNeed } from '#shared/entities/offerRule.ts'

const { amountMinor, note, payerContractCheck, writeOffReason, liabilityInsurerNotifiedAt, doctorId } = Offer.fields

/** What somebody fills in for each need; the others are found out by the product. */
const byNeed: Readonly<Partial<Record<OfferNeed, Readonly<Record<string, Field>>>>> = {
  'payer-contract-check': { payerContractCheck: required(payerContractCheck) },
  'liability-notice': { liabilityInsurerNotifiedAt: required(liabilityInsurerNotifiedAt) },
  'doctor-agrees': { doctorId: required(doctorId) },
}

/** The inputs of the form for a remedy: the amount of money, what is needed for it, and a note. */
export const inputsOf = ({
  isMoney,
  remedy,
  needs,
}: Pick<OfferOptionReply, 'isMoney' | 'remedy' | 'needs'>): Fields => ({
  ...(isMoney && { amountMinor: required(amountMinor) }),
  ...(remedy === 'write-off' && { writeOffReason: required(writeOffReason) }),
  ...Object.assign({}, ...needs.map((need) => byNeed[need] ?? {})),
  note,
})
