import { beforeAll, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let patientId: string

beforeAll(async () => {
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
})

const newCase = () => seed(Case, { ...Case.example, siteId: world().siteId, patientId })
const paste = (rows: object[]) => as('officer')('POST /api/cases/rows', rows)

test('each row is changed on its own version and has its own answer, in the order sent', async () => {
  const [good, stale, wrong] = [await newCase(), await newCase(), await newCase()]
  const gone = 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const { status, body } = await paste([
    { id: stale.id, version: 9, changes: { level: 2 } },
    { id: good.id, version: 1, changes: { level: 2, severity: 'major', majorReasons: ['hospital-incident'] } },
    { id: gone, version: 1, changes: { level: 2 } },
    { id: wrong.id, version: 1, changes: { level: 7, status: 'closed' } },
  ])
  expect(status).toBe(200)
  expect(body).toMatchObject([
    { id: stale.id, ok: false, status: 412, current: { version: 1 } },
    { id: good.id, ok: true, record: { version: 2, level: 2, severity: 'major' } },
    { id: gone, ok: false, status: 404 },
    { id: wrong.id, ok: false, status: 422, errors: { status: expect.any(String) } },
  ])
  expect((await as('officer')(`GET /api/cases/${wrong.id}`)).body.version).toBe(1)
})

test('a record that is twice in a paste is changed once; the second row sees the first change', async () => {
  const { id } = await newCase()
  const { body } = await paste([1, 2].map((level) => ({ id, version: 1, changes: { summary: `Level ${level}` } })))
  const outcomes = body.map(({ ok, status }: { ok: boolean; status?: number }) => (ok ? 200 : status)).sort()
  expect(outcomes).toEqual([200, 412])
  expect((await as('officer')(`GET /api/cases/${id}`)).body.version).toBe(2)
})

test('a paste that changes nothing writes nothing', async () => {
  const record = await newCase()
  const { body } = await paste([
    { id: record.id, version: 1, changes: { level: record.level, summary: record.summary } },
  ])
  expect(body[0]).toMatchObject({ ok: true, record: { version: 1 } })
})

test('a row based on the values of a list is changed while those stand, whatever else was changed', async () => {
  const { id } = await newCase()
  await as('officer')(`PATCH /api/cases/${id}`, { level: 2, version: 1 })
  const changes = { summary: 'Seen in a list' }
  const [seen, repeated, other] = [{ summary: Case.example.summary }, { summary: 'Never' }, { summary: 'Never' }]
  expect((await paste([{ id, was: seen, changes }])).body).toMatchObject([
    { ok: true, record: { version: 3, ...changes } },
  ])
  expect((await paste([{ id, was: repeated, changes }])).body).toMatchObject([{ ok: true, record: { version: 3 } }])
  const { body } = await paste([{ id, was: other, changes: { summary: 'Overwritten' } }])
  expect(body).toMatchObject([{ ok: false, status: 412, current: { version: 3, ...changes } }])
})

test('a row says what it is based on: a version, or the value of each field that it changes', async () => {
  const { id } = await newCase()
  expect((await paste([{ id, changes: { level: 2 } }])).status).toBe(400)
  const { body } = await paste([{ id, was: { summary: Case.example.summary }, changes: { level: 2 } }])
  expect(body).toMatchObject([{ ok: false, status: 428 }])
})

test('what a person may not see cannot be guessed by what a row is based on', async () => {
  const record = await seed(Patient, {
    ...Patient.example,
    memberNumber: 'M-guess',
    siteId: world().siteId,
    notes: 'Deaf',
  })
  const guess = (notes: string) =>
    as('insurance-clerk')('POST /api/patients/rows', [{ id: record.id, was: { notes }, changes: { notes: 'Other' } }])
  const [right, wrong] = [await guess('Deaf'), await guess('Blind')]
  expect(right.body).toMatchObject([{ ok: false, status: 412 }])
  expect(right.body[0].current).not.toHaveProperty('notes')
  expect(right.body[0].rule).toBe(wrong.body[0].rule)
})

test('one row that cannot be saved stops no other of its transaction, and a value that two want goes to the first', async () => {
  const patients: AnyRecord[] = []
  for (let n = 0; n < 30; n++)
    patients.push(await seed(Patient, { ...Patient.example, memberNumber: `M-many-${n}`, siteId: world().siteId }))
  const rows = patients.map(({ id }, n) => ({
    id,
    version: 1,
    changes: { memberNumber: n < 28 ? `N-many-${n}` : 'N-many-3' },
  }))
  const { body } = await as('officer')('POST /api/patients/rows', rows)
  expect(body.map(({ ok }: { ok: boolean }) => ok)).toEqual(patients.map((_, n) => n < 28))
  expect(body[29]).toMatchObject({ status: 422, errors: { memberNumber: expect.any(String) } })
})

test('500 rows are changed in one request', { timeout: 60_000 }, async () => {
  const records: AnyRecord[] = []
  for (let n = 0; n < 20; n++) records.push(await newCase())
  const rows = Array.from({ length: 25 }, (_, round) =>
    records.map(({ id }) => ({ id, version: 1, changes: { summary: `Round ${round}` } })),
  ).flat()
  const { body } = await paste(rows)
  expect(body).toHaveLength(500)
  expect(body.filter(({ ok }: { ok: boolean }) => ok)).toHaveLength(20)
})
