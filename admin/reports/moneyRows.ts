import type { Group } from '#admin/provider/contract.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'

/** The sums of one currency, the largest first. */
export interface CurrencySums {
  readonly currency: string
  readonly rows: readonly {
    readonly value: Group['key'][string]
    readonly minor: number
    /** The filter of the records behind the sum, besides that of the whole. */
    readonly own: RecordValues
  }[]
}

/**
 * Sums of money by a column, each currency for itself, the one that occurs most first. Records that name no currency are
 * in the usual one.
 */
export function moneyRows(groups: readonly Group[], by: string, sum: string, usual: string): CurrencySums[] {
  const currencies = new Map<string, CurrencySums['rows'][number][]>()
  for (const { key, sums } of groups) {
    const minor = sums[sum] ?? 0
    if (minor === 0) continue
    const value = key[by] ?? null
    const own = {
      ...(value === null ? { [`${by}_empty`]: true } : { [by]: value }),
      ...(key.currency ? { currency: key.currency } : { currency_empty: true }),
    }
    const currency = String(key.currency ?? usual)
    currencies.set(currency, [...(currencies.get(currency) ?? []), { value, minor, own }])
  }
  return [...currencies]
    .map(([currency, rows]) => ({ currency, rows: rows.toSorted((a, b) => b.minor - a.minor) }))
    .toSorted((a, b) => b.rows.length - a.rows.length)
}
