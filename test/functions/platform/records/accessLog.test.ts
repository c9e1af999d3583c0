import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { findingText, verifyAudit } from '#functions/system/operations.ts'
import { ownReasons } from '#shared/declaration/restriction.ts'
import { Case } from '#shared/entities/case.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { unitsOf } from '#test/support/units.ts'
import { seedEvery } from './everyRecord.ts'

const world = useTable()
useFiles()
let vip: string
let vipCase: string
let vipStatement: string
let ordinary: string
let ordinaryCase: string

const newCase = async (patientId: string, facts: object = {}) =>
  (await seed(Case, { ...Case.example, siteId: world().siteId, patientId }, { ...facts })).id

beforeAll(async () => {
  const patient = async (memberNumber: string, isVip: boolean) =>
    (await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber, isVip })).id
  vip = await patient('M-VIP', true)
  ordinary = await patient('M-ORDINARY', false)
  vipCase = await newCase(vip)
  ordinaryCase = await newCase(ordinary)
  vipStatement = (await seed(Statement, { ...Statement.example, caseId: vipCase })).id
})

const query = (filter: object) => ({ query: { filter } })
/** Who read a record in which way, oldest first, as an auditor sees it. */
async function entriesOf(recordId: string) {
  const sorted = { query: { filter: { recordId }, sort: ['number', 'ASC'] } }
  const { body } = await as('auditor')('GET /api/access-entries', undefined, sorted)
  return body as { userId: string; way: string; reasons?: string[]; number: string; siteId?: string }[]
}
const readBy = async (recordId: string, person: Person) =>
  (await entriesOf(recordId)).filter(({ userId }) => userId === world().userIds[person]).map(({ way }) => way)

test('a person who opens a VIP patient, their case or a statement in it is entered once, with the reason', async () => {
  for (const [resource, id] of [
    ['patients', vip],
    ['cases', vipCase],
    ['statements', vipStatement],
  ]) {
    const first = await as('officer')(`GET /api/${resource}/${id}`)
    expect([first.status, first.headers['x-restricted']]).toEqual([200, id])
    await as('officer')(`GET /api/${resource}/${id}`)
    await as('officer')(`GET /api/${resource}`, undefined, query({ id: [id] }))
    expect(await entriesOf(String(id))).toMatchObject([
      { userId: world().userIds.officer, way: 'record', reasons: ['vip'], siteId: world().siteId },
    ])
  }
})

test('each way of reading is entered: many by id, the history, a step, pasted rows, a dry run', async () => {
  await as('front-desk')('GET /api/cases', undefined, query({ id: [vipCase, ordinaryCase] }))
  await as('front-desk')('GET /api/history', undefined, query({ recordId: vipCase }))
  await as('front-desk')('GET /api/history', undefined, query({ recordId: vip }))
  expect(await readBy(vipCase, 'front-desk')).toEqual(['record'])
  expect(await readBy(vip, 'front-desk')).toEqual(['history'])
  await as('unit-manager')(`POST /api/cases/${vipCase}/actions/acknowledge`, { how: '', contactPerson: '' })
  expect(await readBy(vipCase, 'unit-manager')).toEqual(['record'])
  await as('second-officer')('POST /api/cases/rows', [{ id: vipCase, version: 99, changes: {} }])
  expect(await readBy(vipCase, 'second-officer')).toEqual(['record'])
  const file = `id,name\n${vip},Khalid Saleh\n`
  const dry = await as('second-officer')('POST /api/patients/import', { file, mode: 'update', key: 'id', dryRun: true })
  await runJob(dry.body.job, Date.now() + 30_000)
  expect(await readBy(vip, 'second-officer')).toEqual(['record'])
})

test('own fault in conduct or treatment makes a case restricted, a fault in billing does not', async () => {
  const facts = { status: 'assessed', faultClass: 'own-fault', outcome: 'upheld' }
  const [conduct, billing] = await Promise.all([
    newCase(ordinary, { ...facts, cause: 'attitude' }),
    newCase(ordinary, { ...facts, cause: 'billing' }),
  ])
  const inside = await seed(Statement, { ...Statement.example, caseId: conduct })
  await as('director')(`GET /api/statements/${inside.id}`)
  expect(await entriesOf(inside.id)).toMatchObject([{ reasons: ['accountability'] }])
  for (const id of [conduct, billing]) await as('director')(`GET /api/cases/${id}`)
  expect(await entriesOf(conduct)).toMatchObject([{ reasons: ['accountability'] }])
  expect(await entriesOf(billing)).toEqual([])
})

test('a record that is not restricted costs no write, and a list of whatever there is neither', async () => {
  const { write } = await unitsOf(async () => {
    await as('officer')(`GET /api/cases/${ordinaryCase}`)
    await as('officer')('GET /api/patients')
    await as('officer')('GET /api/patients', undefined, query({ id: [ordinary] }))
  })
  expect(write).toBe(0)
  expect(await readBy('patients', 'officer')).toEqual([])
})

test('a list that asks for VIP patients is entered, and so is an export', async () => {
  await as('officer')('GET /api/patients', undefined, query({ isVip: true }))
  await as('officer')('GET /api/patients', undefined, query({ isVip_neq: false }))
  expect(await readBy('patients', 'officer')).toEqual(['list'])
  const { body } = await as('director')('POST /api/patients/export', { filter: {}, columns: ['name', 'notes'] })
  await runJob(body.job, Date.now() + 30_000)
  expect(await readBy(body.job, 'director')).toEqual(['export'])
  const chosen = await as('director')('POST /api/patients/export', { ids: [vip, ordinary] })
  await runJob(chosen.body.job, Date.now() + 30_000)
  expect(await readBy(vip, 'director')).toEqual(['export'])
  expect(await entriesOf(ordinary)).toEqual([])
})

test('entries of a record are numbered without a gap, nobody changes one, and only overseers see them', async () => {
  const many = await newCase(vip)
  const readers: Person[] = ['officer', 'front-desk', 'unit-manager', 'director', 'insurance-clerk', 'services-manager']
  await Promise.all(readers.flatMap((person) => [0, 1].map(() => as(person)(`GET /api/cases/${many}`))))
  const entries = await entriesOf(many)
  expect(entries.map(({ number }) => Number(number.slice(-6)))).toEqual(readers.map((_, index) => index + 1))
  for (const person of readers) expect((await as(person)('GET /api/access-entries')).status).toBe(403)
  const { id } = Object(entries[0])
  for (const call of [`PATCH /api/access-entries/${id}`, `DELETE /api/access-entries/${id}`])
    expect((await as('admin')(call, call.startsWith('PATCH') ? { version: 1 } : undefined)).status).toBeGreaterThan(400)
  for await (const finding of verifyAudit()) throw new Error(findingText(finding))
})

test('who may not read a record leaves no entry', async () => {
  const count = (await entriesOf(vipCase)).length
  expect((await as('clinician')(`GET /api/cases/${vipCase}`)).status).toBe(404)
  expect((await as('foreign-officer')(`GET /api/cases/${vipCase}`)).status).toBe(404)
  expect((await as('accountant')(`GET /api/cases/${vipCase}`)).status).toBe(403)
  expect(await entriesOf(vipCase)).toHaveLength(count)
})

test('a person who reads only columns of a restricted record, such as its title, leaves no entry', async () => {
  const titles = { query: { filter: { id: [vip] }, fields: ['name'] } }
  const { body } = await as('services-manager')('GET /api/patients', undefined, titles)
  expect(body).toEqual([{ id: vip, name: Patient.example.name }])
  const page = await as('services-manager')('GET /api/patients', undefined, { query: { fields: ['isVip'] } })
  expect(page.body).toContainEqual({ id: vip, isVip: true })
  expect(await readBy(vip, 'services-manager')).toEqual([])
  for (const fields of [['notes'], ['nothing'], 'name'])
    expect((await as('services-manager')('GET /api/patients', undefined, { query: { fields } })).status).toBe(400)
})

test('everything about a patient is restricted as soon as the patient is, whatever it is', async () => {
  const records = await seedEvery(world().siteId, world().userIds.officer, 'marked')
  const patient = records.get('patients')
  // An answer without a name is about nobody, and a note about somebody’s accountability is restricted in any case.
  const about = entities.filter((entity) => {
    const record = records.get(entity.resource)
    return record?.[entity.subject ?? ''] === patient?.id && ownReasons(entity, record ?? {}).length === 0
  })
  expect(about.length).toBeGreaterThan(5)
  const readAll = async () => {
    for (const { resource } of about) await as('auditor')(`GET /api/${resource}/${records.get(resource)?.id}`)
  }
  await readAll()
  for (const { resource } of about) expect(await entriesOf(String(records.get(resource)?.id)), resource).toEqual([])
  await as('officer')(`PATCH /api/patients/${patient?.id}`, { isVip: true, version: 1 })
  await readAll()
  for (const { resource } of about)
    expect(await readBy(String(records.get(resource)?.id), 'auditor'), resource).toEqual(['record'])
  const file = records.get('settlement-files')?.id
  await as('accountant')(`GET /api/settlement-files/${file}/files/1`)
  expect(await readBy(String(file), 'accountant')).toEqual(['file'])
})
