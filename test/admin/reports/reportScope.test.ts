import { describe, expect, test } from 'vitest'
import {
  casesOf,
  daysOf,
  periods,
  queryOfScope,
  type ReportScope,
  readScope,
  twelveMonths,
  yearUpTo,
} from '#admin/reports/reportScope.ts'
import { parseFilter } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'

const today = '2026-11-30'
const read = (query: string) => readScope(new URLSearchParams(query), today)

describe('a period', () => {
  test.each([
    ['month', '2026-11-01', '2026-11-30'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ] as const)('%s is the whole of it', (period, from, to) => {
    expect(daysOf(period, today)).toEqual({ from, to })
  })

  test('the last month of January is December of the year before', () => {
    expect(daysOf('last-month', '2028-01-31')).toEqual({ from: '2027-12-01', to: '2027-12-31' })
  })

  test('February of a leap year ends on the 29th', () => {
    expect(daysOf('month', '2028-02-10').to).toBe('2028-02-29')
  })
})

describe('the address of a report', () => {
  test('without a query it is about the quarter of every site', () => {
    expect(read('')).toEqual({ period: 'quarter', from: '2026-10-01', to: '2026-12-31' })
  })

  test('days in the wrong order are turned round, and a day that is none is the usual one', () => {
    expect(read('period=custom&from=2026-05-09&to=2026-05-02')).toMatchObject({ from: '2026-05-02', to: '2026-05-09' })
    expect(read('period=custom&from=yesterday&to=2026-11-09')).toMatchObject({ from: '2026-11-01', to: '2026-11-09' })
  })

  test.each(periods)('of %s is read as it was written', (period) => {
    const scope: ReportScope = { period, ...daysOf(period, today), siteId: 'site_1', serviceLine: 'dental' }
    expect(readScope(new URLSearchParams(queryOfScope(scope)), today)).toEqual(scope)
  })
})

test('the filter of a report is one that the list of cases takes', () => {
  const filter = casesOf(read('site=site_01JD0000000000000000000001&line=dental'))
  const actor = { userId: 'user_1', name: 'Huda', roles: ['officer'], siteIds: [] } as const
  expect(parseFilter(Case, JSON.stringify(filter), actor).conditions).toHaveLength(5)
})

test('a year ends with the last month of the period', () => {
  expect(twelveMonths('2026-02-28')).toEqual([
    ...['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`),
    '2026-01',
    '2026-02',
  ])
  expect(yearUpTo(read('period=month'))).toMatchObject({ from: '2025-12-01', to: '2026-11-30' })
})
