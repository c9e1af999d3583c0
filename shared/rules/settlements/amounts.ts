/** Every amount of the calculation of a line, in its order. */
export const amountNames = [
  'grossMinor',
  'discountMinor',
  'netMinor',
  'nonCoveredMinor',
  'exceedLimitMinor',
  'deductibleMinor',
  'coinsuranceBasisMinor',
  'coinsuranceRawMinor',
  'coinsuranceMinor',
  'annualExcessMinor',
  'payerShareMinor',
  'patientShareMinor',
] as const
export type AmountName = (typeof amountNames)[number]

/** Every amount of the calculation in minor units; gross − discount = net and payer + patient = net. */
export type PricedAmounts = Readonly<Record<AmountName, number>>
