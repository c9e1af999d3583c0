import { expect, test } from 'vitest'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'

const sort = { field: 'receivedAt', order: 'DESC' } as const
const page = (number: number, perPage = 10) => ({ pagination: { page: number, perPage }, sort, filter: {} })

test('a page has its exact total and says whether there is a next one', async () => {
  const { provider } = panelOver(someCases(25))
  const answer = await provider.getList('cases', page(1))
  expect(answer.total).toBe(25)
  expect(answer.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false })
})

test('a lower bound is not shown as the total', async () => {
  const { api, provider } = panelOver(someCases(25))
  api.isExact = false
  const answer = await provider.getList('cases', page(1))
  expect(answer.total).toBeUndefined()
  expect(answer.meta).toMatchObject({ total: 11, isExact: false })
})

test('the next page is read by cursor, a distant page by range', async () => {
  const { api, provider } = panelOver(someCases(60))
  await provider.getList('cases', page(1))
  const second = await provider.getList('cases', page(2))
  expect(second.data[0].id).toBe('case_11')
  expect(api.calls[1]?.query.get('cursor')).toBe('10')
  const far = await provider.getList('cases', page(5))
  expect(api.calls[2]?.query.get('range')).toBe('[40,49]')
  expect(far.data[0].id).toBe('case_41')
})

test('cursors of one filter are not used for another', async () => {
  const { api, provider } = panelOver(someCases(30))
  await provider.getList('cases', page(1))
  await provider.getList('cases', { ...page(2), filter: { status: 'received' } })
  expect(api.calls[1]?.query.get('cursor')).toBeNull()
})

test('many records are read in requests of a hundred ids', async () => {
  const { api, provider } = panelOver(someCases(250))
  const ids = [...api.records.keys()]
  const { data } = await provider.getMany('cases', { ids: [...ids, 'case_1'] })
  expect(data).toHaveLength(250)
  expect(api.calls).toHaveLength(3)
})

test('the plan says when the server stopped at its reading budget', async () => {
  const { api, provider } = panelOver(someCases(5))
  api.plan = 'view=byStatus;residual=siteId;read=100;budget=exhausted'
  const answer = await provider.page('cases', { filter: {}, limit: 10 })
  expect(answer.plan).toEqual({ view: 'byStatus', isExhausted: true })
})

test('a page that is no longer needed can be cancelled', async () => {
  const { api, provider } = panelOver(someCases(5))
  const stop = new AbortController()
  await provider.getList('cases', { ...page(1), signal: stop.signal })
  stop.abort()
  expect([provider.supportAbortSignal, api.calls[0]?.signal?.aborted]).toEqual([true, true])
})
