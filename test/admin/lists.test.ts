import { expect, test } from 'vitest'
import { dataProvider } from '#admin/provider/data.ts'
import { httpClient } from '#admin/provider/http.ts'
import { FakeApi } from '#test/admin/fake/api.ts'
import { byRule, panelOver, someCases } from '#test/admin/fake/panel.ts'

const sort = { field: 'receivedAt', order: 'DESC' } as const
const page = (number: number, perPage = 10) => ({ pagination: { page: number, perPage }, sort, filter: {} })

test('a page has its exact total and says whether there is a next one', async () => {
  const { provider } = panelOver(someCases(25))
  const answer = await provider.getList('cases', page(1))
  expect(answer.total).toBe(25)
  expect(answer.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false })
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

test('no more than three requests for many ids are under way at once', async () => {
  const api = new FakeApi()
  let [now, most] = [0, 0]
  const counting: typeof fetch = async (...request) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    return api.fetch(...request).finally(() => now--)
  }
  const session = { token: async () => 'token', renew: async () => undefined }
  const provider = dataProvider('/api', httpClient(session, counting, byRule), byRule)
  await provider.getMany('cases', { ids: Array.from({ length: 950 }, (_, index) => `case_${index}`) })
  expect([api.calls.length, most]).toEqual([10, 3])
})

test('a filter that is too long for an address is refused before it is sent', async () => {
  const api = new FakeApi()
  const session = { token: async () => 'token', renew: async () => undefined }
  const http = httpClient(session, api.fetch, byRule)
  const refusal = { status: 414, message: 'the sentence of ADDRESS_LONG' }
  await expect(http(`/api/cases?filter=${'a'.repeat(9000)}`)).rejects.toMatchObject(refusal)
  expect(api.calls).toEqual([])
})

test('a list is asked for in the order of several columns, and says how fresh it is', async () => {
  const { api, provider } = panelOver(someCases(5))
  const order = [
    ['status', 'ASC'],
    ['receivedAt', 'DESC'],
  ] as const
  const answer = await provider.page('cases', { filter: {}, order, limit: 10 })
  expect(api.calls[0]?.query.get('sort')).toBe('["status","ASC","receivedAt","DESC"]')
  expect([answer.total, answer.cursor, answer.asOf]).toEqual([5, undefined, api.asOf])
})

test('groups are asked for with the filter of the list', async () => {
  const { api, provider } = panelOver([...someCases(3), { id: 'case_9', version: 1, status: 'closed', isOpen: false }])
  const groups = await provider.groups('cases', { by: ['status'], sum: [], filter: { isOpen_empty: true } })
  expect(groups).toEqual([{ key: { status: 'received' }, count: 3, sums: {} }])
  expect(api.calls[0]?.path).toBe('/api/cases/groups')
})

test('what the server refuses has its sentence', async () => {
  const { provider } = panelOver(someCases(1))
  const page = provider.page('cases', { filter: { foo: 1 }, limit: 10 })
  await expect(page).rejects.toMatchObject({ status: 400, message: 'the sentence of FILTER_UNKNOWN' })
})

test('a page that is no longer needed can be cancelled', async () => {
  const { api, provider } = panelOver(someCases(5))
  const stop = new AbortController()
  await provider.getList('cases', { ...page(1), signal: stop.signal })
  stop.abort()
  expect([provider.supportAbortSignal, api.calls[0]?.signal?.aborted]).toEqual([true, true])
})
