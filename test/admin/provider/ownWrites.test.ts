import { expect, test } from 'vitest'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'

const scope = { filter: { status: 'received' } }
const changes = { changes: { severity: 'major' } }

function tab() {
  const clock = { ms: 0 }
  const { api, provider } = panelOver(someCases(40), () => clock.ms)
  const change = (id: string) =>
    provider.update('cases', { id, data: { summary: 'Two' }, previousData: { id, version: 1, summary: 'One' } })
  const seen = () => api.calls.at(-1)?.headers.get('X-Seen')
  const listed = () => provider.page('cases', { filter: {}, limit: 10 }).then(seen)
  return { provider, clock, change, seen, listed }
}

test('a tab that wrote nothing says nothing', async () => {
  expect(await tab().listed()).toBeNull()
})

test('a list is told what this tab wrote', async () => {
  const { change, listed } = tab()
  await change('case_3')
  expect(await listed()).toBe('case_3@2')
})

test('every kind of write is remembered, each record at its last version', async () => {
  const { provider, change, listed } = tab()
  await change('case_1')
  await provider.create('cases', { data: { summary: 'New' } })
  await provider.rows('cases', [
    { id: 'case_1', version: 2, changes: { summary: 'Three' } },
    { id: 'case_2', version: 7, changes: { summary: 'Stale' } },
  ])
  await provider.act('cases', 'case_5', 'acknowledge')
  expect(await listed()).toBe('case_41@1,case_1@3,case_5@1')
})

test('groups, bulk changes and exports are told too, a single record is not', async () => {
  const { provider, change, seen } = tab()
  await change('case_3')
  await provider.groups('cases', { by: ['status'], sum: [], filter: {} })
  expect(seen()).toBe('case_3@2')
  await provider.preview('cases', scope, changes)
  expect(seen()).toBe('case_3@2')
  await provider.exportList('cases', scope)
  expect(seen()).toBe('case_3@2')
  await provider.getOne('cases', { id: 'case_3' })
  expect(seen()).toBeNull()
})

test('a write is remembered for half a minute, and the last twenty at the most', async () => {
  const { clock, change, listed } = tab()
  await change('case_1')
  clock.ms = 29_999
  expect(await listed()).toBe('case_1@2')
  clock.ms = 30_000
  expect(await listed()).toBeNull()
  for (let id = 2; id <= 25; id += 1) await change(`case_${id}`)
  const names = (await listed())?.split(',')
  expect([names?.length, names?.[0], names?.at(-1)]).toEqual([20, 'case_6@2', 'case_25@2'])
})
