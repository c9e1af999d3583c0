import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { shipTerms } from '#functions/settings/operations.ts'
import { openApi } from '#shared/declaration/openapi.ts'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()
let members = 0

async function patientId() {
  members += 1
  return (await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `T-${members}` })).id
}
async function visit(department: string, number: string) {
  const body = { ...Encounter.example, siteId: world().siteId, patientId: await patientId(), department, number }
  return as('officer')('POST /api/encounters', body)
}
const addTerm = (code: string, values = {}) =>
  as('admin')('POST /api/terms', { list: 'departments', code, names: { en: code, ar: 'قسم' }, ...values })
const switchOff = ({ id }: { id: string }) => as('admin')(`PATCH /api/terms/${id}`, { isActive: false, version: 1 })

/** A department that was used by a visit and then switched off. */
async function oldDepartment(code: string) {
  const { body: term } = await addTerm(code)
  const { body: encounter } = await visit(code, `V-${code}`)
  await switchOff(term)
  return encounter
}

test('a form takes a code of the list, and refuses an unknown one and one that is switched off by name', async () => {
  await oldDepartment('Physiotherapy')
  expect(await visit('Dental', 'V-1')).toMatchObject({ status: 201, body: { department: 'Dental' } })
  for (const [code, rule] of [
    ['Astrology', 'TERM_UNKNOWN'],
    ['Physiotherapy', 'TERM_INACTIVE'],
    ['plastic', 'TERM_UNKNOWN'],
  ])
    expect(await visit(String(code), `V-${code}`)).toMatchObject({
      status: 422,
      body: { issues: { department: { rule, parameters: { code } } } },
    })
})

test('codes within a list are asked about one by one', async () => {
  const subjects = [
    { subject: 'safety', grade: 'low' },
    { subject: 'weather', grade: 'high' },
  ]
  const body = { ...Case.example, siteId: world().siteId, patientId: await patientId(), subjects }
  expect((await as('officer')('POST /api/cases', body)).body.issues).toEqual({
    'subjects.1.subject': expect.objectContaining({ rule: 'TERM_UNKNOWN' }),
  })
  expect((await as('officer')('POST /api/cases', { ...body, subjects: subjects.slice(0, 1) })).status).toBe(201)
})

test('a record keeps the code it has, whatever else of it changes, until it is given another one', async () => {
  const { id } = await oldDepartment('Old ward')
  const change = (values: object) => as('officer')(`PATCH /api/encounters/${id}`, values)
  expect((await change({ doctor: 'Dr. Majid Sultan', version: 1 })).body).toMatchObject({ department: 'Old ward' })
  expect((await change({ department: 'Old ward', doctor: 'Dr. Lin Yue', version: 2 })).status).toBe(200)
  expect((await change({ department: 'Dental', version: 3 })).status).toBe(200)
  expect((await change({ department: 'Old ward', version: 4 })).body.issues.department.rule).toBe('TERM_INACTIVE')
})

test('pasted cells and changes of many records are refused row by row', async () => {
  const [one, other] = [(await visit('Dental', 'V-21')).body, (await visit('Dental', 'V-22')).body]
  const rows = [
    { id: one.id, version: 1, changes: { department: 'Emergency' } },
    { id: other.id, version: 1, changes: { department: 'Nowhere' } },
  ]
  expect((await as('officer')('POST /api/encounters/rows', rows)).body).toMatchObject([
    { ok: true, record: { department: 'Emergency' } },
    { ok: false, status: 422, issues: { department: { rule: 'TERM_UNKNOWN' } } },
  ])
  const bulk = { ids: [one.id, other.id], changes: { department: 'Nowhere' } }
  const started = await as('officer')('POST /api/encounters/bulk', bulk)
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: job } = await as('officer')(`GET /api/jobs/${started.body.job}`)
  expect(job).toMatchObject({ total: 2, failed: 2 })
  expect(JSON.stringify(job.errors)).toContain('TERM_UNKNOWN')
})

test('a step writes no other code either', async () => {
  const { id } = (await visit('Dental', 'V-25')).body
  const stored = await getRecord(Encounter, id, { consistent: true })
  const context = contextFor(product, 'api', new Date().toISOString(), 'test')
  const step = (department: string) => stored && planned(context, Encounter, stored, { department }, 'move')
  await expect(step('Nowhere')).rejects.toMatchObject({ status: 422 })
  expect(await step('Emergency')).toMatchObject({ after: { department: 'Emergency' } })
})

test('an import takes the rows whose codes are in the list, and says which are not', async () => {
  const memberNumber = 'T-import'
  await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber })
  const row = (number: string, department: string) =>
    `${Site.example.code},${memberNumber},${number},out,2026-11-02,${department}`
  const file = ['siteId,patientId,number,careType,serviceOn,department', row('V-31', 'Dental'), row('V-32', 'Nowhere')]
  const body = { file: file.join('\r\n'), mode: 'insert' }
  const started = await as('insurance-clerk')('POST /api/encounters/import', body)
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: job } = await as('insurance-clerk')(`GET /api/jobs/${started.body.job}`)
  expect(job).toMatchObject({ failed: 1, result: { inserted: 1 } })
  expect(job.errors).toMatchObject([{ row: 3, issues: { department: { rule: 'TERM_UNKNOWN' } } }])
})

test('a list has a code once, though many add it at the same time, and it stays', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => addTerm('Cardiology')))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
  expect(answers.find(({ status }) => status === 422)?.body.issues.code.rule).toBe('TAKEN')
  const term = answers.find(({ status }) => status === 201)?.body
  expect(term).toMatchObject({ name: 'Cardiology', nameAr: 'قسم', isActive: true })
  expect((await addTerm('Cardiology', { list: 'subjects' })).status).toBe(201)
  const renamed = await as('admin')(`PATCH /api/terms/${term.id}`, { code: 'Heart', version: 1 })
  expect(renamed.body.issues).toMatchObject({ code: { rule: 'KEY_FIXED' } })
  expect((await as('admin')(`DELETE /api/terms/${term.id}`)).status).toBe(405)
  expect((await as('officer')(`PATCH /api/terms/${term.id}`, { isActive: false, version: 1 })).status).toBe(403)
})

test('a list is imported from a file: new terms are added, and those that are there are renamed', async () => {
  const names = (en: string) => `"{""en"":""${en}""}"`
  const file = [
    'list,code,names',
    `departments,Oncology,${names('Oncology')}`,
    `departments,Surgery,${names('Theatre')}`,
  ]
  const body = { file: file.join('\r\n'), mode: 'upsert', key: 'list+code' }
  const started = await as('admin')('POST /api/terms/import', body)
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: job } = await as('admin')(`GET /api/jobs/${started.body.job}`)
  expect(job).toMatchObject({ failed: 0, result: { inserted: 1, updated: 1 } })
  expect(await visit('Oncology', 'V-35')).toMatchObject({ status: 201 })
  const query = { filter: { q: 'theatre' } }
  expect((await as('admin')('GET /api/terms', undefined, { query })).body).toMatchObject([{ code: 'Surgery' }])
})

test('the terms that a hospital begins with are written once, and renamed ones stay renamed', async () => {
  const query = { filter: { list: 'subjects', code: 'listening' } }
  const [{ id }] = (await as('officer')('GET /api/terms', undefined, { query })).body
  await as('admin')(`PATCH /api/terms/${id}`, { names: { en: 'Being heard' }, version: 1 })
  expect(await shipTerms()).toBe(0)
  expect((await as('officer')(`GET /api/terms/${id}`)).body).toMatchObject({ name: 'Being heard' })
})

test('lists are filtered and grouped by codes, and the document of the API says what they are', async () => {
  await visit('Radiology', 'V-41')
  const query = { filter: { department_eq_any: ['Radiology', 'Maternity'] } }
  expect((await as('officer')('GET /api/encounters', undefined, { query })).body).toMatchObject([{ number: 'V-41' }])
  const groups = await as('officer')('GET /api/encounters/groups', undefined, {
    query: { by: ['department'], ...query },
  })
  expect(groups.body).toMatchObject([{ key: { department: 'Radiology' }, count: 1 }])
  const { components } = JSON.parse(JSON.stringify(openApi([Encounter], [])))
  for (const name of ['encounter', 'encounter-new', 'encounter-change'])
    expect(JSON.stringify(components.schemas[name].properties.department), name).toContain('departments')
})
