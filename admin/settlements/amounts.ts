import { type AmountName, amountNames, type PricedAmounts } from '#shared/rules/settlements/amounts.ts'

export type Amounts = Partial<PricedAmounts>

// Of the coinsurance only the result is read; who pays what stands last.
const inner: readonly AmountName[] = ['coinsuranceBasisMinor', 'coinsuranceRawMinor']
const shares: readonly AmountName[] = ['patientShareMinor', 'payerShareMinor']
const inOrder = [...amountNames.filter((name) => ![...inner, ...shares].includes(name)), ...shares]

/** Amounts that every reader wants; the others are shown when some line has them. */
const always: ReadonlySet<AmountName> = new Set(['grossMinor', 'discountMinor', 'netMinor', ...shares])

/** Columns worth showing for these lines. */
export const shownAmounts = (lines: readonly Amounts[]): readonly AmountName[] =>
  inOrder.filter((name) => always.has(name) || lines.some((line) => (line[name] ?? 0) !== 0))
