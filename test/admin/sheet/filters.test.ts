import { expect, test } from 'vitest'
import { columnsOf } from '#admin/entity/declaredFields.ts'
import { i18nProvider } from '#admin/language/i18n.ts'
import { wordsOf } from '#admin/language/words.ts'
import { columnFilters, comparisonsOf, filterOf } from '#admin/sheet/filter/comparisons.ts'
import { filterText } from '#admin/sheet/filter/filterText.ts'
import { matches } from '#admin/sheet/filter/matches.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Response } from '#shared/entities/response.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { person } from '#test/admin/fake/person.ts'

const textsOf = (entity: Entity, filter: object, locale = 'en', currency = 'SAR') => {
  const words = { ...wordsOf(i18nProvider.translate), locale }
  const titleOf = () => 'Huda Nasser'
  const context = { resource: entity.resource, words, locale, zone: 'Asia/Riyadh', currency, titleOf }
  return columnFilters(entity, { ...filter }).map((each) => filterText(entity, each, context))
}

test.each([
  [{ status_eq_any: ['received', 'assessed'] }, 'Status: received or assessed'],
  [{ status: 'received' }, 'Status: received'],
  [{ isOpen: true }, 'Open: yes'],
  [{ severity_neq: 'major' }, 'Severity is not major'],
  [{ severity_empty: true }, 'Severity is empty'],
  [{ ownerId: 'user_01J7M4VHCQWSWZN2E66X7BJTTD' }, 'Owner: Huda Nasser'],
  [{ patientName_contains: 'nass' }, 'Patient contains “nass”'],
  [{ disputedMinor_gte: 145_000 }, 'In dispute at least 1,450.00 SAR'],
  [{ disputedMinor_gte: 100, disputedMinor_lte: 200 }, 'In dispute from 1.00 SAR to 2.00 SAR'],
  [{ receivedAt: '2026-03-15' }, 'Received on 15 March 2026'],
  [{ receivedAt: '2026-03' }, 'Received in March 2026'],
  [{ receivedAt_gte: '2026-03-15' }, 'Received from 15 March 2026'],
  [{ receivedAt_gte: '2026-03-15', receivedAt_lte: '2026-03-20' }, 'Received from 15 March 2026 to 20 March 2026'],
  [{ receivedAt_lt: '2026-03-15' }, 'Received before 15 March 2026'],
  [{ responseDueAt_lt: '2026-03-15T09:30:00.000Z' }, 'Answer due before 15 March 2026 at 12:30'],
])('a filter in words: %j', (filter, text) => {
  expect(textsOf(Case, filter)).toEqual([text])
})

test('an amount has the places of its currency', () => {
  expect(textsOf(SettlementFile, { grossMinor_gt: 1500 }, 'en', 'KWD')).toEqual(['Gross more than 1.500 KWD'])
})

test('a filter in Arabic', async () => {
  await i18nProvider.changeLocale('ar')
  expect(textsOf(Case, { status_eq_any: ['received', 'assessed'] }, 'ar')[0]).toContain(' أو ')
  expect(textsOf(Case, { receivedAt_gte: '2026-03-15' }, 'ar')[0]).toContain('ابتداءً من 15 مارس 2026')
  await i18nProvider.changeLocale('en')
})

const everything = {
  status_eq_any: ['received', 'assessed'],
  severity_neq: 'major',
  ownerId_empty: true,
  patientName_contains: 'nass',
  receivedAt_gte: '2026-03-15',
  receivedAt_lte: '2026-03-20',
  responseDueAt: '2026-04',
  disputedMinor_gt: 100,
}

test('filters become what they were made of', () => {
  const filters = columnFilters(Case, everything)
  expect(filterOf(filters, 'nasser')).toEqual({ ...everything, q: 'nasser' })
})

test('one filter can be taken away, and the others stay', () => {
  const filters = columnFilters(Case, everything)
  const { receivedAt_gte: _, receivedAt_lte: __, ...rest } = everything
  expect(
    filterOf(
      filters.filter(({ name }) => name !== 'receivedAt'),
      undefined,
    ),
  ).toEqual(rest)
})

test('every column of every kind can be compared as the server allows', () => {
  const possible = (entity: Entity, name: string) => {
    const column = columnsOf(entity, person('admin')).find((each) => each.name === name)
    return column && comparisonsOf(column.field)
  }
  expect(possible(Case, 'severity')).toEqual(['is', 'isNot', 'empty', 'filled'])
  expect(possible(Case, 'type')).toEqual(['is', 'isNot'])
  expect(possible(Case, 'patientName')).toContain('contains')
  expect(possible(Case, 'receivedAt')).toEqual(['on', 'inMonth', 'from', 'until', 'between', 'before', 'after'])
  expect(possible(Case, 'disputedMinor')).toContain('between')
  expect(possible(Response, 'lowScores')).toEqual(['empty', 'filled'])
})

const row = {
  status: 'received',
  patientName: 'Salma Idrís',
  disputedMinor: 145_000,
  // Half past one of the 21st in Riyadh.
  receivedAt: '2026-11-20T22:30:00.000Z',
}
const matching = (filter: object) => matches(Case, row, { ...filter }, 'Asia/Riyadh')

test.each([
  { status: 'received', severity_empty: true, q: 'anything' },
  { status_eq_any: ['received', 'closed'], severity_neq: 'major' },
  { patientName_contains: 'idris', disputedMinor_gte: 145_000 },
  { receivedAt: '2026-11-21', receivedAt_gte: '2026-11-21', receivedAt_lte: '2026-11-21' },
  { receivedAt: '2026-11', receivedAt_gt: '2026-11-20', receivedAt_lt: '2026-11-22' },
])('a changed row still matches: %j', (filter) => {
  expect(matching(filter)).toBe(true)
})

test.each([
  { status_eq_any: ['closed'] },
  { status_neq: 'received' },
  { severity_empty: false },
  { patientName_contains: 'nasser' },
  { disputedMinor_gt: 145_000 },
  { receivedAt: '2026-11-20' },
  { receivedAt_gt: '2026-11-21' },
  { responseDueAt_lt: '2026-11-21' },
])('a changed row no longer matches: %j', (filter) => {
  expect(matching(filter)).toBe(false)
})
