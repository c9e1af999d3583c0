import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()
const clinician = as('clinician')
let named: string
let unnamed: string
let foreign: string

beforeAll(async () => {
  const { siteId, foreignSiteId, userIds } = world()
  const openCase = async (ofSite: string, attendingIds: readonly string[]) => {
    const memberNumber = `M-${Math.random()}`.slice(0, 20)
    const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: ofSite, memberNumber })
    return (await seed(Case, { ...Case.example, siteId: ofSite, patientId, attendingIds: [...attendingIds] })).id
  }
  named = await openCase(siteId, [userIds.officer, userIds.clinician])
  unnamed = await openCase(siteId, [userIds.officer])
  foreign = await openCase(foreignSiteId, [userIds.clinician])
})

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const query = (filter: object) => ({ query: { filter } })

test('a clinician sees a case that names them, and no other, whatever way they ask', async () => {
  expect((await clinician(`GET /api/cases/${named}`)).status).toBe(200)
  for (const id of [unnamed, foreign]) {
    expect((await clinician(`GET /api/cases/${id}`)).status).toBe(404)
    expect((await clinician('GET /api/history', undefined, query({ recordId: id }))).status).toBe(404)
  }
  const list = await clinician('GET /api/cases')
  expect([idsOf(list.body), list.headers['content-range']]).toEqual([[named], 'cases 0-0/1'])
  expect(idsOf((await clinician('GET /api/cases', undefined, query({ id: [unnamed, named, foreign] }))).body)).toEqual([
    named,
  ])
  expect(idsOf((await clinician('GET /api/cases', undefined, query({ q: 'C-2026' }))).body)).toEqual([named])
  const groups = await clinician('GET /api/cases/groups', undefined, { query: { by: ['status'] } })
  expect(groups.body).toMatchObject([{ key: { status: 'received' }, count: 1 }])
})

test('an export holds the cases that name the clinician', async () => {
  const { body } = await clinician('POST /api/cases/export', { filter: {} })
  await runJob(body.job, Date.now() + 30_000)
  expect((await clinician(`GET /api/jobs/${body.job}`)).body).toMatchObject({ status: 'done', result: { rows: 1 } })
})

test('a clinician states and reads the team’s side of the cases that name them, and never the patient’s', async () => {
  const { narrative, takenAt, place } = Statement.example
  const statement = { side: 'team', speakerName: 'Dr. Lina Aziz', narrative, takenAt, place }
  const taken = await clinician('POST /api/statements', { ...statement, caseId: named })
  expect(taken.status).toBe(201)
  expect((await clinician('POST /api/statements', { ...statement, caseId: unnamed })).body).toMatchObject({
    errors: { caseId: expect.anything() },
  })
  const [patients, byOfficer, elsewhere] = await Promise.all(
    [
      { ...Statement.example, caseId: named },
      { ...statement, caseId: named },
      { ...statement, caseId: unnamed },
    ].map(async (body) => (await as('officer')('POST /api/statements', body)).body.id),
  )
  const own = [taken.body.id, byOfficer].sort()
  const everyOne = [...own, patients, elsewhere]
  const asked = [{}, query({ id: everyOne }), query({ q: 'lina' }), query({ caseId_eq_any: [named, unnamed] })]
  for (const options of asked)
    expect(idsOf((await clinician('GET /api/statements', undefined, options)).body).sort()).toEqual(own)
  for (const id of [patients, elsewhere]) {
    expect((await clinician(`GET /api/statements/${id}`)).status).toBe(404)
    expect((await clinician('GET /api/history', undefined, query({ recordId: id }))).status).toBe(404)
  }
  const groups = await clinician('GET /api/statements/groups', undefined, { query: { by: ['side'] } })
  expect(groups.body).toMatchObject([{ key: { side: 'team' }, count: 2 }])
  expect(idsOf((await as('officer')('GET /api/statements')).body)).toHaveLength(4)
  const correction = { ...statement, caseId: named, correctsId: elsewhere }
  expect((await clinician('POST /api/statements', correction)).body).toMatchObject({
    errors: { correctsId: expect.anything() },
  })
})

test('a statement goes out of reach with its case', async () => {
  expect((await clinician('GET /api/statements')).body).not.toEqual([])
  const { body } = await as('officer')(`GET /api/cases/${named}`)
  await as('officer')(`PATCH /api/cases/${named}`, { attendingIds: [], version: body.version })
  expect((await clinician('GET /api/statements')).body).toEqual([])
  await as('officer')(`PATCH /api/cases/${named}`, { attendingIds: body.attendingIds, version: body.version + 1 })
  expect((await clinician('GET /api/statements')).body).toHaveLength(2)
})

test('whoever has another role besides sees what that role sees', async () => {
  expect(idsOf((await as('everyone')('GET /api/cases')).body)).toHaveLength(3)
  expect(idsOf((await as('officer')('GET /api/cases')).body)).toHaveLength(2)
})

test('a case that no longer names the clinician is out of reach at once', async () => {
  const rename = { attendingIds: [], version: (await clinician(`GET /api/cases/${named}`)).body.version }
  expect((await as('officer')(`PATCH /api/cases/${named}`, rename)).status).toBe(200)
  expect((await clinician(`GET /api/cases/${named}`)).status).toBe(404)
  expect((await clinician('GET /api/cases')).body).toEqual([])
})
