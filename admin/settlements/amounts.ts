import { type AmountName, amountNames, type PricedAmounts } from '#shared/rules/settlements/amounts.ts'

export type Amounts = Partial<PricedAmounts>

// Of the coinsurance only the result is shown; the shares of patient and payer are the last columns.
const hiddenAmounts: readonly AmountName[] = ['coinsuranceBasisMinor', 'coinsuranceRawMinor']
const shares: readonly AmountName[] = ['patientShareMinor', 'payerShareMinor']
const orderedNames = [...amountNames.filter((name) => ![...hiddenAmounts, ...shares].includes(name)), ...shares]

/** Amounts that every reader wants; the others are shown when some line has them. */
const usualAmounts: ReadonlySet<AmountName> = new Set(['grossMinor', 'discountMinor', 'netMinor', ...shares])

/** Columns worth showing for these lines. */
export const shownAmounts = (lines: readonly Amounts[]): readonly AmountName[] =>
  orderedNames.filter((name) => usualAmounts.has(name) || lines.some((line) => (line[name] ?? 0) !== 0))
