import { expect, test } from 'vitest'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const definition = { filter: { status: 'received' }, order: [['receivedAt', 'DESC']] }

/** A view of cases that somebody saved; its record, or the refusal. */
const saved = async (person: Person, more: object = {}) =>
  (await as(person)('POST /api/views', { list: 'cases', name: 'Open', definition, ...more })).body

/** The names of the views that somebody is shown. */
const namesFor = async (person: Person): Promise<string[]> =>
  (await as(person)('GET /api/views', undefined, { query: { filter: { list: 'cases' } } })).body.map(
    ({ name }: { name: string }) => name,
  )

const change = (person: Person, { id, version }: { id: string; version: number }, changes: object) =>
  as(person)(`PATCH /api/views/${id}`, changes, { headers: { 'If-Match': `"${version}"` } })

test('a view is seen by its maker, and when it is shared by everybody with the role, from lists and by its id', async () => {
  const own = await saved('officer', { name: 'Mine' })
  const shared = await saved('officer', { name: 'Ours', sharedWith: 'officer' })
  expect(own.userId).toBe(world().userIds.officer)
  expect(await namesFor('officer')).toEqual(['Mine', 'Ours'])
  expect(await namesFor('second-officer')).toEqual(['Ours'])
  expect(await namesFor('accountant')).toEqual([])
  expect((await as('second-officer')(`GET /api/views/${shared.id}`)).status).toBe(200)
  expect((await as('second-officer')(`GET /api/views/${own.id}`)).status).toBe(404)
  expect((await as('accountant')(`GET /api/views/${shared.id}`)).status).toBe(404)
})

test('people share with roles that they have, leads and administrators with any, and only those set defaults', async () => {
  expect((await saved('officer', { sharedWith: 'accountant' })).rule).toBe('VIEW_ROLE')
  expect((await saved('officer', { sharedWith: 'officer', defaultFor: 'officer' })).rule).toBe('VIEW_DEFAULT_ROLE')
  expect((await saved('unit-manager', { sharedWith: 'accountant' })).sharedWith).toBe('accountant')
  expect((await saved('director', { defaultFor: 'officer' })).rule).toBe('VIEW_DEFAULT_SHARED')
  const first = await saved('director', { sharedWith: 'officer', defaultFor: 'officer' })
  expect(first.defaultFor).toBe('officer')
  expect((await saved('admin', { sharedWith: 'officer', defaultFor: 'officer' })).status).toBe(422)
  const cleared = await change('director', first, { defaultFor: null })
  expect(cleared.body.defaultFor).toBeUndefined()
})

test('a view keeps no search and nothing that names a person', async () => {
  const withFilter = (filter: object) => saved('officer', { definition: { ...definition, filter } })
  for (const filter of [{ q: 'Nasser' }, { patientName_contains: 'Nasser' }, { patientName: 'Huda Nasser' }])
    expect((await withFilter(filter)).rule, JSON.stringify(filter)).toBe('VIEW_PERSON')
  expect((await withFilter({ status: 'received' })).name).toBe('Open')
})

test('its maker changes, deletes and restores a view, an administrator a shared one, and nobody else', async () => {
  const shared = await saved('officer', { sharedWith: 'officer' })
  const own = await saved('officer')
  expect((await change('second-officer', shared, { name: 'Theirs' })).body.rule).toBe('VIEW_OWN')
  expect((await as('second-officer')(`DELETE /api/views/${shared.id}`)).body.rule).toBe('VIEW_OWN')
  expect((await change('admin', own, { name: 'Theirs' })).body.rule).toBe('VIEW_OWN')
  expect((await change('admin', shared, { name: 'Kept' })).body.name).toBe('Kept')
  expect((await as('officer')(`DELETE /api/views/${shared.id}`)).status).toBe(200)
  expect((await as('second-officer')(`POST /api/views/${shared.id}/restore`)).status).toBe(403)
  expect((await as('officer')(`POST /api/views/${shared.id}/restore`)).body.name).toBe('Kept')
})

test('everybody keeps their own choices, and nobody those of another person', async () => {
  const { userIds } = world()
  const choice = { userId: userIds.auditor, name: 'columns.cases', value: { density: 'roomy' } }
  const kept = await as('auditor')('POST /api/preferences', choice)
  expect(kept.status).toBe(201)
  const keep = (person: Person, value: unknown) =>
    as(person)(`POST /api/preferences/${kept.body.id}/actions/keep`, { value })
  expect((await keep('auditor', { density: 'compact' })).body.value).toEqual({ density: 'compact' })
  expect((await keep('officer', {})).status).toBe(404)
  expect((await keep('admin', {})).body.rule).toBe('CHOICE_OWN')
  expect((await as('admin')('POST /api/preferences', { ...choice, name: 'tour' })).body.rule).toBe('CHOICE_OWN')
  expect((await as('auditor')('POST /api/preferences', choice)).status).toBe(422)
})

test('a list of choices holds what was chosen, whatever it is, and a choice has a size', async () => {
  const officer = as('officer')
  const userId = world().userIds.officer
  for (const [name, value] of [
    ['flag', true],
    ['text', 'x'],
    ['list', [1, 2]],
    ['object', { a: { b: 1 } }],
  ] as const)
    expect((await officer('POST /api/preferences', { userId, name, value })).body.value).toEqual(value)
  const { body } = await officer('GET /api/preferences', undefined, { query: { filter: { userId } } })
  expect(body.map(({ name }: { name: string }) => name).sort()).toEqual(['flag', 'list', 'object', 'text'])
  const large = await officer('POST /api/preferences', { userId, name: 'large', value: 'x'.repeat(20_001) })
  expect(large.body.issues.value.rule).toBe('CHOICE_LARGE')
})
