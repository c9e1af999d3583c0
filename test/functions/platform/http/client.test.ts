import simpleRestProvider from 'ra-data-simple-rest'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const base = 'http://localhost/api'
const provider = simpleRestProvider(base)
let patientId: string

/** The network of a browser, answered by the handlers as one person. */
const networkOf =
  (person: Person) =>
  async (input: string | URL | Request, init: RequestInit = {}) => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    const raw = await request.text()
    const headers = Object.fromEntries(request.headers)
    const answer = await as(person)(`${request.method} ${pathname}${search}`, undefined, {
      headers,
      ...(raw && { raw }),
    })
    return new Response(answer.text, { status: answer.status, headers: answer.headers })
  }

beforeAll(async () => {
  vi.stubGlobal('fetch', networkOf('everyone'))
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  for (let n = 10; n < 22; n++) await create(`2026-11-${n}T08:00:00.000Z`)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const create = (receivedAt: string) =>
  provider.create('cases', { data: { ...Case.example, siteId: world().siteId, patientId, receivedAt } })
const page = (number: number, filter = {}) => ({
  pagination: { page: number, perPage: 5 },
  sort: { field: 'receivedAt', order: 'DESC' as const },
  filter,
})
const days = (data: { receivedAt?: string }[]) => data.map(({ receivedAt }) => Number(receivedAt?.slice(8, 10)))

test('getList pages through a list with its total, by a sort and a filter', async () => {
  const first = await provider.getList('cases', page(1))
  expect(first).toMatchObject({ total: 12, data: expect.any(Array) })
  expect(days(first.data)).toEqual([21, 20, 19, 18, 17])
  expect(days((await provider.getList('cases', page(3))).data)).toEqual([11, 10])
  expect((await provider.getList('cases', page(9))).data).toEqual([])
  const some = await provider.getList('cases', page(1, { status: 'received', receivedAt_gte: '2026-11-20' }))
  expect(some).toMatchObject({ total: 2 })
  const plain = await provider.getList('cases', {})
  expect(plain).toMatchObject({ total: 12, data: expect.any(Array) })
})

test('getOne and getMany find records by id', async () => {
  const { data: rows } = await provider.getList('cases', page(1))
  const { data } = await provider.getOne('cases', { id: rows[0]?.id })
  expect(data).toMatchObject({ id: rows[0]?.id, version: 1, summary: Case.example.summary })
  const ids = [...rows.map(({ id }) => id), 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV']
  const many = await provider.getMany('cases', { ids })
  expect(many.data.map(({ id }) => id)).toEqual(ids.slice(0, 5))
})

test('getManyReference lists what belongs to another record', async () => {
  const reference = { ...page(1), target: 'patientId', id: patientId }
  const mine = await provider.getManyReference('cases', reference)
  expect(mine).toMatchObject({ total: expect.any(Number) })
  expect(days(mine.data)).toEqual([21, 20, 19, 18, 17])
  const other = await provider.getManyReference('cases', { ...reference, id: 'patient_01ARZ3NDEKTSV4RRFFQ69G5FAV' })
  expect(other).toMatchObject({ data: [], total: 0 })
})

test('create and update send whole records; a field that only operations write may be sent back unchanged', async () => {
  const { data: created } = await create('2026-10-01T08:00:00.000Z')
  expect(created).toMatchObject({ number: expect.stringMatching(/^C-2026-/), version: 1 })
  const { data: changed } = await provider.update('cases', {
    id: created.id,
    data: { ...created, level: 2 },
    previousData: created,
  })
  expect(changed).toMatchObject({ id: created.id, version: 2, level: 2, summary: created.summary })
  const stale = provider.update('cases', { id: created.id, data: { ...created, level: 1 }, previousData: created })
  await expect(stale).rejects.toMatchObject({ status: 412, body: { current: { version: 2 } } })
  await provider.delete('cases', { id: created.id })
})

test('updateMany merges into each record on the version it names, and is refused without one', async () => {
  const created = [await create('2026-10-02T08:00:00.000Z'), await create('2026-10-03T08:00:00.000Z')]
  const ids = created.map(({ data }) => data.id)
  expect(await provider.updateMany('cases', { ids, data: { level: 2, version: 1 } })).toEqual({ data: ids })
  const { data } = await provider.getMany('cases', { ids })
  expect(data).toMatchObject(created.map(({ data: { summary } }) => ({ level: 2, version: 2, summary })))
  const careless = provider.updateMany('cases', { ids, data: { level: 1 } })
  await expect(careless).rejects.toMatchObject({ status: 428, message: expect.stringContaining('If-Match') })
  expect(await provider.deleteMany('cases', { ids })).toEqual({ data: ids })
})

test('delete and deleteMany need no version; a deleted record is in no list', async () => {
  const created = [await create('2026-10-04T08:00:00.000Z'), await create('2026-10-05T08:00:00.000Z')]
  const [first, second] = created.map(({ data }) => data.id)
  expect(await provider.delete('cases', { id: first, previousData: created[0]?.data })).toEqual({ data: { id: first } })
  expect(await provider.deleteMany('cases', { ids: [second] })).toEqual({ data: [second] })
  expect((await provider.getMany('cases', { ids: [first, second] })).data).toEqual([])
  expect((await provider.getList('cases', page(1))).total).toBe(12)
})

test('the form gets a refusal as react-admin expects it: a message and errors by field', async () => {
  const refused = await provider.create('cases', { data: { type: 'joke', colour: 'red' } }).catch((error) => error)
  expect(refused).toMatchObject({ status: 422, message: 'Some fields need another value.' })
  expect(refused.body.errors).toMatchObject({
    type: expect.any(String),
    colour: expect.any(String),
    siteId: 'Needed',
  })
  expect(refused.body.issues).toMatchObject({ colour: { rule: 'NOT_A_FIELD' }, siteId: { rule: 'REQUIRED' } })
})
