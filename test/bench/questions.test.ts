import { expect, test } from 'vitest'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { addressOf } from './desk.ts'
import { directusAddress } from './directus/directus.ts'
import { inventedCase, inventedPatient } from './product/inventedCases.ts'
import { type DeskQuestion, questions } from './questions.ts'

const named = (what: string): DeskQuestion => {
  const question = questions.find((each) => each.what === what)
  if (!question) throw new Error(`No question is called ${what}`)
  return question
}
const parameters = (address: string) => Object.fromEntries(new URL(address, 'http://desk').searchParams)

test('a page is asked for as the panel asks', () => {
  const { filter, range, sort } = parameters(addressOf(named('sorted by two columns'), 0, 1000, 50))
  expect([filter, range, sort]).toEqual(['{}', '[50,74]', '["status","ASC","responseDueAt","DESC"]'])
})

test('groups are asked for with their sum', () => {
  const address = addressOf(named('groups by two columns with a sum'), 0, 1000)
  expect(address).toMatch(/^\/api\/cases\/groups\?/)
  expect(parameters(address)).toMatchObject({ by: '["status","type"]', sum: '["disputedMinor"]' })
})

test('the other product is asked for the same rows in its own words', () => {
  const filters = parameters(directusAddress(named('part of a name, and no owner'), 0, 1000))
  expect(JSON.parse(String(filters.filter))).toEqual({
    _and: [{ patientName: { _icontains: 'art' } }, { ownerId: { _null: true } }],
  })
  expect(filters).toMatchObject({ limit: '25', meta: 'filter_count', sort: '-receivedAt' })
  const search = parameters(directusAddress(named('search, one Han letter'), 0, 1000))
  expect(search.search).toBe('王')
})

test('the same index is the same invented case, and nine of ten are open', () => {
  const now = Date.parse('2026-03-01T08:00:00Z')
  expect(inventedCase(7, 1000, now)).toEqual(inventedCase(7, 1000, now))
  expect(inventedPatient(7)).toEqual(inventedPatient(7))
  const states = Array.from({ length: 1000 }, (_, index) => inventedCase(index, 1000, now).status)
  const open = states.filter((status) => isOpen(caseLife, { status }))
  expect(open.length).toBeGreaterThan(870)
  expect(open.length).toBeLessThan(930)
})
