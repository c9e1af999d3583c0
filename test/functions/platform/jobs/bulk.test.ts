import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { growCases } from '#test/support/growCases.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

async function openCases(count: number, memberNumber: string) {
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber })
  await growCases(0, count, { siteId: world().siteId, patientId })
  return patientId
}

const job = async (id: string) => (await as('everyone')(`GET /api/jobs/${id}`)).body

test('a thousand cases that match are changed once each, and the job says so', { timeout: 60_000 }, async () => {
  const patientId = await openCases(1000, 'M-1')
  const filter = { patientId }
  const dry = await as('everyone')('POST /api/cases/bulk', { filter, changes: { serviceLine: 'dental' }, dryRun: true })
  expect(dry.body).toMatchObject({ matched: 1000, sample: { length: 5 } })
  const started = await as('everyone')('POST /api/cases/bulk', {
    filter,
    changes: { serviceLine: 'dental', ownerId: world().userIds.officer },
  })
  expect(started.status).toBe(202)
  await runJob(started.body.job, Date.now() + 60_000)
  expect(await job(started.body.job)).toMatchObject({ status: 'done', total: 1000, done: 1000, failed: 0 })
  const list = await as('officer')('GET /api/cases', undefined, {
    query: { filter: { ownerId: world().userIds.officer }, range: [0, 199] },
  })
  expect(list.body).toHaveLength(200)
  const one = await as('officer')(`GET /api/cases/${list.body[0].id}`)
  expect(one.body).toMatchObject({ version: 2, serviceLine: 'dental' })
})

test('two workers and a stale list change each record once', { timeout: 60_000 }, async () => {
  const patientId = await openCases(200, 'M-2')
  const started = await as('everyone')('POST /api/cases/bulk', { filter: { patientId }, changes: { level: 2 } })
  await Promise.all([1, 2, 3].map(() => runJob(started.body.job, Date.now() + 30_000)))
  const { body } = await as('officer')('GET /api/cases', undefined, {
    query: { filter: { patientId }, range: [0, 199] },
  })
  const ids: string[] = body.map((row: { id: string }) => row.id)
  const halves = [ids.slice(0, 100), ids.slice(100)].map((id) =>
    as('officer')('GET /api/cases', undefined, { query: { filter: { id } } }),
  )
  const records: Case[] = (await Promise.all(halves)).flatMap(({ body }) => body)
  expect(records.map(({ version, level }) => `${version} ${level}`)).toEqual(Array(200).fill('2 2'))
})

test('a job is about what matched when it began; what matches no longer is left as it was, and listed', async () => {
  const patientId = await openCases(10, 'M-4')
  const filter = { patientId, severity: 'routine' }
  const before = (await as('officer')('GET /api/cases', undefined, { query: { filter } })).body
  const started = await as('officer')('POST /api/cases/bulk', {
    filter,
    changes: { level: 2 },
    expectedCount: before.length,
  })
  expect(started.body).toEqual({ job: expect.any(String), matched: before.length })
  // A run without time fixes which records it is about, and changes none.
  await runJob(started.body.job, 0)
  const [left] = before
  await as('officer')(`PATCH /api/cases/${left.id}`, {
    severity: 'major',
    majorReasons: ['hospital-incident'],
    version: 1,
  })
  const late = await as('officer')('POST /api/cases', { ...Case.example, siteId: world().siteId, patientId })
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: done } = await as('officer')(`GET /api/jobs/${started.body.job}`)
  expect(done).toMatchObject({ status: 'done', total: before.length, done: before.length, failed: 1 })
  expect(done.errors).toMatchObject([{ id: left.id, refusal: { rule: 'MATCHES_NO_MORE' } }])
  const ids = [...before.map(({ id }: Case) => id), late.body.id]
  const { body: records } = await as('officer')('GET /api/cases', undefined, { query: { filter: { id: ids } } })
  expect(records.map(({ level }: Case) => level)).toEqual(
    ids.map((id) => (id === left.id || id === late.body.id ? 1 : 2)),
  )
})

test('a record that cannot be changed is listed with its reason, the rest is changed', async () => {
  const patientId = await openCases(5, 'M-3')
  const { body: rows } = await as('officer')('GET /api/cases', undefined, { query: { filter: { patientId } } })
  await as('officer')(`POST /api/cases/${rows[0].id}/actions/acknowledge`, {
    how: 'by phone',
    contactPerson: 'Huda Nasser',
  })
  const { body: looked } = await as('officer')('POST /api/cases/bulk', {
    ids: rows.map((row: { id: string }) => row.id),
    changes: { level: 2 },
    dryRun: true,
  })
  expect(looked).toMatchObject({ matched: 5, sample: { length: 5 } })
  const started = await as('officer')('POST /api/cases/bulk', {
    ids: [...rows.map((row: { id: string }) => row.id), 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    action: 'acknowledge',
    body: { how: 'letter', contactPerson: 'Huda Nasser' },
  })
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: done } = await as('officer')(`GET /api/jobs/${started.body.job}`)
  expect(done).toMatchObject({ status: 'done', done: 6, failed: 2 })
  expect(done.errors.map((error: { message: string }) => error.message)).toEqual([
    expect.stringContaining('The case is “acknowledged”'),
    expect.stringContaining('There is no such record'),
  ])
  expect(done.errors[0].refusal).toEqual({
    rule: 'STATE',
    parameters: { noun: 'case', state: 'acknowledged', needed: expect.arrayContaining(['received']) },
  })
  expect(done.errors[1].refusal.rule).toBe('NOT_FOUND')
})

test('a step with an operation of its own is not available in bulk', async () => {
  const bulk = { ids: ['invitation_01ARZ3NDEKTSV4RRFFQ69G5FAV'], action: 'answer-by-phone', body: {} }
  const { status, body } = await as('everyone')('POST /api/invitations/bulk', bulk)
  expect(status).toBe(400)
  expect(body.message).toContain('no step of that name that can be taken in bulk')
})
