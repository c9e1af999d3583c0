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

test('a clinician states the team’s side on cases that name them, and reads what they took themselves', async () => {
  const { narrative, takenAt, place } = Statement.example
  const statement = { side: 'team', speakerName: 'Dr. Lina Aziz', narrative, takenAt, place }
  const taken = await clinician('POST /api/statements', { ...statement, caseId: named })
  expect(taken.status).toBe(201)
  expect((await clinician('POST /api/statements', { ...statement, caseId: unnamed })).body).toMatchObject({
    errors: { caseId: expect.anything() },
  })
  await as('officer')('POST /api/statements', { ...Statement.example, caseId: named })
  expect(idsOf((await clinician('GET /api/statements')).body)).toEqual([taken.body.id])
  expect(idsOf((await as('officer')('GET /api/statements')).body)).toHaveLength(2)
})

test('whoever has another role besides sees what that role sees', async () => {
  expect(idsOf((await as('everyone')('GET /api/cases')).body)).toHaveLength(3)
  expect(idsOf((await as('officer')('GET /api/cases')).body)).toHaveLength(2)
})

test('a case that no longer names the clinician is out of reach at once', async () => {
  const rename = { attendingIds: [], version: 1 }
  expect((await as('officer')(`PATCH /api/cases/${named}`, rename)).status).toBe(200)
  expect((await clinician(`GET /api/cases/${named}`)).status).toBe(404)
  expect((await clinician('GET /api/cases')).body).toEqual([])
})
