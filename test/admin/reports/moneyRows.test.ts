import { expect, test } from 'vitest'
import { moneyRows } from '#admin/reports/moneyRows.ts'

const group = (remedy: string | null, currency: string | null, amountMinor: number) => ({
  key: { remedy, currency },
  count: 1,
  sums: { amountMinor },
})

test('amounts of different currencies are never added, and each sum leads to its own records', () => {
  const groups = [group('discount', 'SAR', 300), group('refund', 'SAR', 500), group('discount', 'KWD', 7)]
  expect(moneyRows(groups, 'remedy', 'amountMinor', 'SAR')).toEqual([
    {
      currency: 'SAR',
      rows: [
        { value: 'refund', minor: 500, own: { remedy: 'refund', currency: 'SAR' } },
        { value: 'discount', minor: 300, own: { remedy: 'discount', currency: 'SAR' } },
      ],
    },
    { currency: 'KWD', rows: [{ value: 'discount', minor: 7, own: { remedy: 'discount', currency: 'KWD' } }] },
  ])
})

test('what cost nothing is left out, and what names no currency is in the usual one', () => {
  expect(moneyRows([group('explanation', null, 0), group(null, null, 9)], 'remedy', 'amountMinor', 'SAR')).toEqual([
    { currency: 'SAR', rows: [{ value: null, minor: 9, own: { remedy_empty: true, currency_empty: true } }] },
  ])
})
