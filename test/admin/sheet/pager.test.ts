import { expect, test } from 'vitest'
import { Pager } from '#admin/sheet/Pager.ts'
import { isRead } from '#admin/sheet/rows.ts'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'
import { pageCost } from '#test/bench/sheet/pageCost.ts'

function pagerOver(count: number) {
  const { api, provider } = panelOver(someCases(count))
  const adopt = (rows: readonly { id: unknown }[]) => rows.map((row) => ({ ...row, id: String(row.id) }))
  const pager = new Pager('cases', { filter: {}, order: [['number', 'ASC']] }, provider, adopt, () => {})
  return { api, pager, queries: () => api.calls.map(({ query }) => query.get('range') ?? query.get('cursor')) }
}
const read = ({ rows }: Pager) => rows.filter(isRead).length

test('a list has all its rows from the first page on, and their number', async () => {
  const { pager } = pagerOver(1234)
  await pager.look(0, 24)
  expect([pager.rows.length, pager.total, read(pager)]).toEqual([1234, 1234, 200])
})

test('the next page is read by cursor, a distant one by range, and none twice', async () => {
  const { pager, queries } = pagerOver(1234)
  await pager.look(0, 24)
  await pager.look(190, 215)
  await pager.look(1010, 1035)
  await pager.look(1000, 1020)
  expect(queries()).toEqual([null, '200', '[1000,1199]'])
  expect([read(pager), isRead(pager.rows[999]), isRead(pager.rows[1000])]).toEqual([600, false, true])
})

test('a page that is being read is not asked for again', async () => {
  const { pager, queries } = pagerOver(500)
  await Promise.all([pager.look(0), pager.look(5), pager.look(9, 12)])
  expect(queries()).toHaveLength(1)
})

test('a row that moved while the list was read stands in one place', async () => {
  const { api, pager } = pagerOver(400)
  await pager.look(0)
  const [first = { id: 'case_0' }] = pager.rows
  api.records.set(first.id, { id: first.id, version: 2, number: 'C-9999' })
  await pager.look(399)
  expect(pager.rows.filter(({ id }) => id === first.id)).toHaveLength(1)
  expect(isRead(pager.rows[0])).toBe(false)
  await pager.look(0)
  expect(isRead(pager.rows[0])).toBe(true)
})

test('the last page says where the list ends', async () => {
  const { api, pager } = pagerOver(300)
  await pager.look(0)
  api.records.delete('case_300')
  await pager.look(299)
  expect([pager.total, pager.rows.length]).toEqual([299, 299])
})

test('a page that could not be read is read again on request', async () => {
  const { api, pager } = pagerOver(300)
  api.token = 'Bearer other'
  await pager.look(0)
  expect([pager.state, pager.rows.length]).toEqual(['failed', 0])
  api.token = undefined
  await pager.again()
  expect([pager.state, read(pager)]).toEqual(['read', 200])
})

test('a page of a long list costs what one of a short list does', async () => {
  expect((await pageCost(100_000)) / (await pageCost(1000))).toBeLessThanOrEqual(2)
})
