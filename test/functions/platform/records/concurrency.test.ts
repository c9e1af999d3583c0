import { beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const isFull = process.env.REDRESS_FULL === '1'
let patientId: string

beforeAll(async () => {
  patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
})

const newCase = () => ({ ...Case.example, siteId: world().siteId, patientId })
const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))
const statuses = (answers: readonly CallReply[]) => {
  const counted: Record<number, number> = {}
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

test('32 writers that read, change and try again lose no update', { timeout: 600_000 }, async () => {
  const { id } = await seed(Case, { ...newCase(), summary: '·', disputedMinor: 145_000 })
  const target = isFull ? 10_000 : 100
  let conflicts = 0
  let written = 0
  const write = async (n: number) => {
    while (conflicts < target) {
      const { body } = await as('officer')(`GET /api/cases/${id}`)
      const plan = {
        summary: `${body.summary.slice(-3000)}${String.fromCharCode(97 + (n % 26))}`,
        disputedMinor: (body.disputedMinor ?? 0) + 1,
      }
      const answer = await as('officer')(`PATCH /api/cases/${id}`, plan, {
        headers: { 'If-Match': `"${body.version}"` },
      })
      if (answer.status === 412) conflicts++
      else {
        expect(answer.status).toBe(200)
        written++
      }
    }
  }
  await times(32, write)
  const { body } = await as('officer')(`GET /api/cases/${id}`)
  expect(body.disputedMinor - 145_000).toBe(written)
  expect(body.version).toBe(written + 1)
})

test('exactly one of 32 writers on one version wins; the others get its record', async () => {
  const { id } = await seed(Case, newCase())
  const answers = await times(32, (n) =>
    as('officer')(`PUT /api/cases/${id}`, { level: 2, summary: `By ${n}` }, { headers: { 'If-Match': '"1"' } }),
  )
  expect(statuses(answers)).toEqual({ 200: 1, 412: 31 })
  const won = answers.find(({ status }) => status === 200)?.body.summary
  for (const { status, body } of answers)
    if (status === 412) expect(body.current).toMatchObject({ id, version: 2, summary: won })
})

test('a step that many people take is taken once', async () => {
  const { id } = await seed(Case, newCase())
  const body = { how: 'by phone', contactPerson: 'Huda Nasser' }
  const answers = await times(16, () => as('officer')(`POST /api/cases/${id}/actions/acknowledge`, body))
  const { 200: taken, ...others } = statuses(answers)
  expect(taken).toBe(1)
  expect(Object.keys(others).every((status) => ['409', '412'].includes(status))).toBe(true)
  expect((await as('officer')(`GET /api/cases/${id}`)).body.version).toBe(2)
})

test('an Idempotency-Key makes one record, for repeated and simultaneous requests', async () => {
  const create = (key: string, more = {}) =>
    as('front-desk')('POST /api/cases', { ...newCase(), ...more }, { headers: { 'Idempotency-Key': key } })
  const answers = await times(12, () => create('one'))
  expect(statuses(answers)).toEqual({ 201: 12 })
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect((await create('one')).body).toMatchObject({ id: answers[0]?.body.id, version: 1 })
  expect((await create('one', { level: 2 })).body).toMatchObject({ status: 422, rule: 'KEY_REUSED' })
  expect((await create('two')).body.id).not.toBe(answers[0]?.body.id)
  const other = await as('officer')('POST /api/cases', newCase(), { headers: { 'Idempotency-Key': 'one' } })
  expect(other.body.id).not.toBe(answers[0]?.body.id)
  for (const key of ['', ' ', 'x'.repeat(101), 'schlüssel']) expect((await create(key)).status).toBe(400)
})

test('a repeated request for a record with unique values gets that record, not a refusal', async () => {
  const body = { ...Patient.example, siteId: world().siteId, memberNumber: 'M-77' }
  const create = (key: string) => as('front-desk')('POST /api/patients', body, { headers: { 'Idempotency-Key': key } })
  const answers = await times(8, () => create('same'))
  expect(statuses(answers)).toEqual({ 201: 8 })
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect((await create('other')).body).toMatchObject({
    status: 422,
    errors: { memberNumber: expect.stringContaining('taken') },
  })
})

test('simultaneous writers get numbers without a gap or a duplicate', { timeout: 60_000 }, async () => {
  const before = (await seed(Case, newCase())).number
  const answers = await times(isFull ? 64 : 24, () => as('front-desk')('POST /api/cases', newCase()))
  const counted = statuses(answers)
  expect(Object.keys(counted)).toEqual(['201'])
  const last = (number: unknown) => Number(String(number).slice(-6))
  const numbers = answers.map(({ body }) => last(body.number)).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, n) => last(before) + 1 + n))
})

test('a unique value is taken once and freed by a change or a deletion', async () => {
  const body = (memberNumber: string) => ({ ...Patient.example, siteId: world().siteId, memberNumber })
  const answers = await times(16, () => as('front-desk')('POST /api/patients', body('M-500')))
  expect(statuses(answers)).toEqual({ 201: 1, 422: 15 })
  const id = answers.find(({ status }) => status === 201)?.body.id
  const moved = await as('officer')(
    `PATCH /api/patients/${id}`,
    { memberNumber: 'M-501' },
    { headers: { 'If-Match': '"1"' } },
  )
  expect(moved.status).toBe(200)
  expect((await as('front-desk')('POST /api/patients', body('m-501'))).status).toBe(422)
  expect((await as('front-desk')('POST /api/patients', body('M-500'))).status).toBe(201)
  expect((await as('unit-manager')(`DELETE /api/patients/${id}`)).status).toBe(200)
  expect((await as('front-desk')('POST /api/patients', body('M-501'))).status).toBe(201)
  const back = await as('unit-manager')(`POST /api/patients/${id}/restore`)
  expect(back.body).toMatchObject({
    status: 422,
    errors: { siteId: expect.any(String), memberNumber: expect.any(String) },
  })
})
