/** The amounts of a priced line in the order of the calculation. */
export const amountNames = [
  'grossMinor',
  'discountMinor',
  'netMinor',
  'nonCoveredMinor',
  'exceedLimitMinor',
  'deductibleMinor',
  'coinsuranceMinor',
  'annualExcessMinor',
  'patientShareMinor',
  'payerShareMinor',
] as const

export type Amounts = Partial<Record<(typeof amountNames)[number], number>>

/** Amounts that every reader wants; the others are shown when some line has them. */
const always = new Set(['grossMinor', 'discountMinor', 'netMinor', 'patientShareMinor', 'payerShareMinor'])

/** Columns worth showing for these lines. */
export const shownAmounts = (lines: readonly Amounts[]): readonly (typeof amountNames)[number][] =>
  amountNames.filter((name) => always.has(name) || lines.some((line) => (line[name] ?? 0) !== 0))
