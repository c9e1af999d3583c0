import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { contracts } from '#shared/api/contracts.ts'
import { routes } from '#shared/declaration/routes.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let patientId: string

beforeAll(async () => {
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  for (let n = 0; n < 30; n++)
    await seed(Case, newCase({ receivedAt: `2026-11-${String((n % 20) + 1).padStart(2, '0')}T08:00:00.000Z` }))
})

const newCase = (more: Record<string, unknown> = {}) => ({
  ...Case.example,
  siteId: world().siteId,
  patientId,
  ...more,
})
const list = (query: Record<string, unknown>) => as('officer')('GET /api/cases', undefined, { query })

test('a list by range returns its range and its total', async () => {
  const { status, body, headers } = await list({ filter: {}, range: [5, 14], sort: ['receivedAt', 'DESC'] })
  expect(status).toBe(200)
  expect(body).toHaveLength(10)
  expect(headers).toMatchObject({
    'content-range': 'cases 5-14/30',
    'x-total-count': '30',
    'x-as-of': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    'x-next-cursor': expect.any(String),
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  expect(
    Object.keys(body[0])
      .filter((name) => name !== 'id')
      .every((name) => Case.columns.includes(name)),
  ).toBe(true)
})

test('the first page needs no parameter; the last has no cursor', async () => {
  const first = await as('officer')('GET /api/cases')
  expect(first.headers['content-range']).toBe('cases 0-24/30')
  const next = await list({ cursor: first.headers['x-next-cursor'], limit: 50 })
  expect(next.headers['content-range']).toBe('cases 25-29/30')
  expect(next.headers['x-next-cursor']).toBeUndefined()
  const ids = [...first.body, ...next.body].map(({ id }) => id)
  expect(new Set(ids).size).toBe(30)
  expect((await list({ range: [1000, 1024] })).headers['content-range']).toBe('cases 1000-1000/30')
})

test('the total of any filter is exact, on the first page, a later one and beyond the end', async () => {
  const filter = { type: 'payment-refusal', disputedMinor_gte: 145_000 }
  for (const [range, shown] of [
    [[0, 9], 'cases 0-9/30'],
    [[20, 44], 'cases 20-29/30'],
    [[0, 99], 'cases 0-29/30'],
    [[100, 109], 'cases 100-100/30'],
  ] as const)
    expect((await list({ filter, range })).headers).toMatchObject({ 'content-range': shown, 'x-total-count': '30' })
})

test('every operator of a filter compares as documented', async () => {
  const count = async (filter: Record<string, unknown>) => {
    const { body, headers } = await list({ filter, range: [0, 99] })
    expect(headers['x-total-count']).toBe(String(body.length))
    return body.length
  }
  expect(await count({ receivedAt: '2026-11-03' })).toBe(2)
  expect(await count({ receivedAt_gte: '2026-11-11' })).toBe(10)
  expect(await count({ receivedAt_gt: '2026-11-11' })).toBe(9)
  expect(await count({ receivedAt_lte: '2026-11-02' })).toBe(4)
  expect(await count({ receivedAt_lt: '2026-11-02' })).toBe(2)
  expect(await count({ receivedAt_neq: '2026-11-02' })).toBe(28)
  expect(await count({ receivedAt_eq_any: ['2026-11-02', '2026-11-05'] })).toBe(4)
  expect(await count({ receivedAt_gte: '2026-11-05', receivedAt_lte: '2026-11-04' })).toBe(0)
  expect(await count({ receivedAt_lte: '2026', receivedAt: '2026-11-03' })).toBe(2)
  expect(await count({ status_eq_any: ['received', 'closed'] })).toBe(30)
  expect(await count({ status_neq: 'received' })).toBe(0)
  expect(await count({ disputedMinor_gt: 145_000 })).toBe(0)
  expect(await count({ disputedMinor_gte: 145_000, disputedMinor_lte: 145_000 })).toBe(30)
  expect(await count({ patientName_contains: 'IAM S' })).toBe(30)
  expect(await count({ patientName_contains: 'iams' })).toBe(0)
  expect(await count({ patientName: 'mariam saleh' })).toBe(30)
  expect(await count({ ownerId_empty: true })).toBe(30)
  expect(await count({ ownerId_empty: false })).toBe(0)
  expect(await count({ q: 'riam sal' })).toBe(30)
  expect(await count({ q: '000030' })).toBe(1)
  for (const part of ['2026', '2026-11', '2026-11-03'])
    expect(await count({ receivedAt: part })).toBe(part.length === 10 ? 2 : 30)
})

test('several columns order a list, each up or down', async () => {
  const { body } = await list({ sort: ['receivedAt', 'DESC', 'number', 'ASC'], range: [0, 99] })
  const keys = body.map(({ receivedAt, number }: Case) => [receivedAt, number] as const)
  const ordered = [...keys].sort(([a, m], [b, n]) => (a === b ? (m < n ? -1 : 1) : a < b ? 1 : -1))
  expect(keys).toEqual(ordered)
})

test('groups count every record once, and add up amounts in their own currency', async () => {
  const groups = async (query: Record<string, unknown>) =>
    (await as('officer')('GET /api/cases/groups', undefined, { query })).body
  expect(await groups({ by: ['status', 'type'], sum: ['disputedMinor'] })).toEqual([
    {
      key: { status: 'received', type: 'payment-refusal', currency: 'SAR' },
      count: 30,
      sums: { disputedMinor: 30 * 145_000 },
    },
  ])
  const days = await groups({ by: ['receivedAt:day'], filter: { receivedAt_gte: '2026-11-10' } })
  expect(days).toHaveLength(11)
  expect(days).toContainEqual({ key: { 'receivedAt:day': '2026-11-10' }, count: 2, sums: {} })
})

test('create, read, change, act, delete and restore answer as the API documents', async () => {
  const created = await as('front-desk')('POST /api/cases', newCase())
  expect(created).toMatchObject({ status: 201, headers: { etag: '"1"', location: `/api/cases/${created.body.id}` } })
  const address = `/api/cases/${created.body.id}`
  expect(await as('officer')(`GET ${address}`)).toMatchObject({
    status: 200,
    headers: { etag: '"1"' },
    body: created.body,
  })
  expect(await as('officer')(`HEAD ${address}`)).toMatchObject({ status: 200, text: '', headers: { etag: '"1"' } })
  const put = await as('officer')(`PUT ${address}`, { serviceLine: 'dental', version: 1 })
  expect(put).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { summary: created.body.summary, version: 2 },
  })
  const cleared = await as('officer')(`PATCH ${address}`, { serviceLine: null }, { headers: { 'If-Match': 'W/"2"' } })
  expect(cleared.body.serviceLine).toBeUndefined()
  const same = await as('officer')(`PUT ${address}`, cleared.body)
  expect(same).toMatchObject({ status: 200, headers: { etag: '"3"' } })
  const acted = await as('officer')(`POST ${address}/actions/acknowledge`, {
    how: 'phone',
    contactPerson: 'Huda Nasser',
  })
  expect(acted).toMatchObject({ status: 200, headers: { etag: '"4"' }, body: { status: 'acknowledged' } })
  expect(await as('director')(`DELETE ${address}`)).toMatchObject({ status: 200, body: { id: created.body.id } })
  expect((await as('director')(`DELETE ${address}`)).status).toBe(200)
  expect((await list({ filter: { id: [created.body.id] } })).body).toEqual([])
  expect(await as('director')(`POST ${address}/restore`)).toMatchObject({
    status: 200,
    body: { status: 'acknowledged' },
  })
})

test('history lists who did what, newest first, and continues by cursor', async () => {
  const { id } = await seed(Case, newCase())
  await as('officer')(
    `PATCH /api/cases/${id}`,
    { level: 2 },
    { headers: { 'If-Match': '"1"', 'X-Redress-Client': 'panel' } },
  )
  const query = { filter: { recordId: id }, limit: 1 }
  const first = await as('officer')('GET /api/history', undefined, { query })
  expect(first.body[0]).toMatchObject({
    recordId: id,
    version: 2,
    action: 'update',
    before: { level: 1 },
    after: { level: 2 },
    actorName: 'Test officer',
    source: 'panel',
    roles: ['officer'],
  })
  const cursor = first.headers['x-next-cursor']
  const next = await as('officer')('GET /api/history', undefined, { query: { ...query, cursor } })
  expect(next.body).toMatchObject([{ version: 1, action: 'create', previousHash: '' }])
})

test('bulk previews its effect and starts one job that its creator can read', async () => {
  const bulk = { filter: { patientId }, changes: { serviceLine: 'dental' } }
  const dry = await as('officer')('POST /api/cases/bulk', { ...bulk, dryRun: true })
  expect(dry.body).toMatchObject({ sample: expect.any(Array) })
  expect(dry.body.matched).toBeGreaterThan(5)
  const started = await as('officer')('POST /api/cases/bulk', bulk)
  expect(started).toMatchObject({ status: 202, body: { job: expect.stringMatching(/^job_/) } })
  const job = await as('officer')(`GET /api/jobs/${started.body.job}`)
  expect(job.body).toMatchObject({ status: 'queued', done: 0, failed: 0, errors: [] })
  expect((await as('second-officer')(`GET /api/jobs/${started.body.job}`)).status).toBe(404)
  expect((await as('auditor')(`GET /api/jobs/${started.body.job}`)).status).toBe(200)
})

test('me, health and the OpenAPI document answer', async () => {
  const me = await as('officer')('GET /api/me')
  expect(me.body).toMatchObject({
    name: 'Test officer',
    roles: ['officer'],
    siteIds: [world().siteId],
    isGlobal: false,
  })
  expect(me.body.permissions).toContain('cases.acknowledge')
  expect(me.body.permissions).not.toContain('cases.delete')
  expect((await as('nobody')('GET /api/health')).body).toMatchObject({ status: 'ok', version: expect.any(String) })
  const described = await as('nobody')('GET /api/openapi.json')
  const addresses = Object.entries<object>(JSON.parse(described.text).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(addresses.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
})

test('a call of the tests fails when an answer breaks its contract', async () => {
  const { me } = contracts
  Object.assign(contracts, { me: { reply: z.strictObject({ id: z.string() }) } })
  await expect(as('officer')('GET /api/me')).rejects.toThrow('against its contract')
  Object.assign(contracts, { me })
})
