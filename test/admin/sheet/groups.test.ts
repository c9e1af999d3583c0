import { expect, test } from 'vitest'
import { i18nProvider } from '#admin/language/i18n.ts'
import { wordsOf } from '#admin/language/words.ts'
import { filterOf } from '#admin/sheet/filter/comparisons.ts'
import { groupFilter, groupRows } from '#admin/sheet/groups/groupRows.ts'
import { groupLabel, groupsFor } from '#admin/sheet/groups/groupWords.ts'
import { Case } from '#shared/entities/case.ts'
import { panelOver } from '#test/admin/fake/panel.ts'
import { person } from '#test/admin/fake/person.ts'

const someAmounts = [
  {
    id: 'case_1',
    version: 1,
    status: 'closed',
    disputedMinor: 100,
    currency: 'SAR',
    receivedAt: '2026-10-03T08:00:00.000Z',
  },
  {
    id: 'case_2',
    version: 1,
    status: 'closed',
    disputedMinor: 2500,
    currency: 'KWD',
    receivedAt: '2026-11-03T08:00:00.000Z',
  },
  {
    id: 'case_3',
    version: 1,
    status: 'closed',
    disputedMinor: 50,
    currency: 'SAR',
    receivedAt: '2026-11-09T08:00:00.000Z',
  },
  { id: 'case_4', version: 1, status: 'received', receivedAt: '2026-09-09T08:00:00.000Z' },
  { id: 'case_5', version: 1 },
  { id: 'case_6', version: 1, status: 'closed', disputedMinor: 7, receivedAt: '2026-08-09T08:00:00.000Z' },
]
const read = async (group: string) => {
  const { provider } = panelOver(someAmounts)
  return groupRows(
    Case,
    group,
    await provider.groups('cases', { by: [group], sum: ['disputedMinor'], filter: {} }),
    'SAR',
  )
}

test('a group has one count, and a sum in each currency, that of the site where a record names none', async () => {
  const rows = await read('status')
  expect(rows.map(({ value, count }) => [value, count])).toEqual([
    ['received', 1],
    ['closed', 4],
    [null, 1],
  ])
  expect(rows[1]?.sums).toEqual([
    { name: 'disputedMinor', minor: 2500, currency: 'KWD' },
    { name: 'disputedMinor', minor: 157, currency: 'SAR' },
  ])
})

test('months stand newest first', async () => {
  const rows = await read('receivedAt:month')
  expect(rows.map(({ value, count }) => [value, count])).toEqual([
    ['2026-11', 2],
    ['2026-10', 1],
    ['2026-09', 1],
    ['2026-08', 1],
    [null, 1],
  ])
})

test.each([
  ['status', 'closed', { status: 'closed' }],
  ['status', null, { status_empty: true }],
  ['isOpen', false, { isOpen: false }],
  ['receivedAt:month', '2026-11', { receivedAt: '2026-11' }],
  ['receivedAt:day', '2026-11-03', { receivedAt: '2026-11-03' }],
])('a group of %s is found by a filter: %j', (group, value, filter) => {
  expect(filterOf([groupFilter(Case, group, value)], undefined)).toEqual(filter)
})

test('a person can group by what the server can group by, and reads it in words', () => {
  const words = wordsOf(i18nProvider.translate)
  const labels = groupsFor(Case, person('officer')).map((group) => groupLabel(Case, group, words))
  expect(labels).toEqual(expect.arrayContaining(['Status', 'Received, by day', 'Received, by month', 'Owner']))
})
