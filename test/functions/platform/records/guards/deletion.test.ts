import { describe, expect, test } from 'vitest'
import { activeConditions } from '#functions/platform/records/needs/active.ts'
import { dependencesOf } from '#shared/declaration/dependence.ts'
import { Case } from '#shared/entities/case.ts'
import { entities, entityOf } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Payer } from '#shared/entities/payer.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { invite, published, visit } from '#test/functions/surveys/scene.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let count = 0
const code = () => `D${String(++count).padStart(5, '0')}`

const newSite = async () => (await seed(Site, { ...Site.example, name: `Clinic ${code()}`, code: code() })).id
const newUser = async (body: object) =>
  (await seed(User, { ...User.example, email: `${code()}@redress.test`, siteIds: [world().siteId], ...body })).id
const newPatient = async (siteId = world().siteId) =>
  (await seed(Patient, { ...Patient.example, siteId, memberNumber: code() })).id
const newCase = async (patientId: string, body: object = {}) =>
  (await seed(Case, { ...Case.example, siteId: world().siteId, patientId, ...body })).id

const remove = (resource: string, id: string) => as('everyone')(`DELETE /api/${resource}/${id}`)
const restore = (resource: string, id: string) => as('everyone')(`POST /api/${resource}/${id}/restore`, {})
const withdraw = (id: string) =>
  as('officer')(`POST /api/cases/${id}/actions/withdraw`, { reason: 'Settled at the desk' })

describe('what is needed cannot be deleted', () => {
  test('a site, while people, patients and open cases belong to it', async () => {
    const siteId = await newSite()
    const userId = await newUser({ siteIds: [siteId] })
    const patientId = await newPatient(siteId)
    const caseId = await newCase(patientId, { siteId })
    const refused = await remove('sites', siteId)
    expect(refused).toMatchObject({ status: 409, body: { rule: 'STILL_NEEDED' } })
    expect(refused.body.detail).toBe(
      'Still needed by 1 open case, 1 patient, 1 user. Move, close or delete them first.',
    )
    await as('admin')(`PATCH /api/users/${userId}`, { isActive: false }, { headers: { 'If-Match': '"1"' } })
    await remove('cases', caseId)
    expect((await remove('patients', patientId)).status).toBe(200)
    expect((await remove('sites', siteId)).status).toBe(200)
  })

  test('a patient, while a case is open, and not when it is over', async () => {
    const patientId = await newPatient()
    const [first, second] = [await newCase(patientId), await newCase(patientId)]
    expect((await remove('patients', patientId)).body.detail).toContain('2 open cases')
    for (const id of [first, second]) expect((await withdraw(id)).status).toBe(200)
    expect((await remove('patients', patientId)).status).toBe(200)
  })

  test('a person who has open cases, or stands in for another', async () => {
    const owner = await newUser({ isActive: true })
    const caseId = await newCase(await newPatient(), { ownerId: owner })
    expect((await remove('users', owner)).body.detail).toContain('1 open case')
    await withdraw(caseId)
    const other = await newUser({ isActive: true, deputyId: owner })
    expect((await remove('users', owner)).body.detail).toContain('1 user')
    expect((await remove('users', other)).status).toBe(200)
    expect((await remove('users', owner)).status).toBe(200)
  })

  test('a survey, while links to it are open', async () => {
    const surveyId = await published({ name: 'Short one' })
    const { encounterId } = await visit(world().siteId)
    const [invitation] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
    expect((await remove('surveys', surveyId)).body.detail).toContain('1 open invitation')
    await as('officer')(`POST /api/invitations/${invitation?.id}/actions/cancel`, { reason: 'Sent by mistake' })
    expect((await remove('surveys', surveyId)).status).toBe(200)
  })

  test('a payer, while a membership is with it', async () => {
    const payerId = (await seed(Payer, { ...Payer.example, code: code() })).id
    const patientId = await newPatient()
    const coverage = { ...entityOf('coverages').example, patientId, payerId }
    const { body } = await as('insurance-clerk')('POST /api/coverages', coverage)
    expect((await remove('payers', payerId)).body.detail).toContain('1 coverage')
    expect((await remove('coverages', body.id)).status).toBe(200)
    expect((await remove('payers', payerId)).status).toBe(200)
  })
})

test('a record is not restored, made or reopened under one that is deleted', async () => {
  const patientId = await newPatient()
  const caseId = await newCase(patientId)
  await remove('cases', caseId)
  await remove('patients', patientId)
  expect((await restore('cases', caseId)).body).toMatchObject({
    rule: 'RESTORE_FIRST',
    parameters: { noun: 'patient' },
  })
  const creation = { ...Case.example, siteId: world().siteId, patientId }
  expect((await as('officer')('POST /api/cases', creation)).status).toBe(422)
  expect((await restore('patients', patientId)).status).toBe(200)
  expect((await restore('cases', caseId)).status).toBe(200)
})

test('a case that is over is not opened again for a patient who was deleted since', async () => {
  const patientId = await newPatient()
  const { id: caseId } = await seed(Case, { ...Case.example, siteId: world().siteId, patientId }, { status: 'closed' })
  const step = (name: string, body: object) => as('officer')(`POST /api/cases/${caseId}/actions/${name}`, body)
  await remove('patients', patientId)
  expect((await step('reopen', { reason: 'A new letter' })).status).toBe(422)
  await restore('patients', patientId)
  expect((await step('reopen', { reason: 'A new letter' })).status).toBe(200)
})

test('the last administrator stays one', async () => {
  const { userIds } = world()
  const change = (id: string, changes: object, version = 1) =>
    as('admin')(`PATCH /api/users/${id}`, changes, { headers: { 'If-Match': `"${version}"` } })
  expect((await change(userIds.everyone, { roles: ['officer'] })).status).toBe(200)
  for (const changes of [{ isActive: false }, { roles: ['officer'] }])
    expect((await change(userIds.admin, changes)).body.rule).toBe('LAST_ADMINISTRATOR')
  expect((await as('admin')(`DELETE /api/users/${userIds.admin}`)).body.rule).toBe('LAST_ADMINISTRATOR')
  expect((await change(userIds.everyone, { roles: ['admin'] }, 2)).status).toBe(200)
  expect((await change(userIds.admin, { isActive: false })).status).toBe(200)
})

test('every reference that keeps something from being deleted can be asked about', () => {
  const isDeletable = (resource: string) => entityOf(resource).access.delete.length > 0
  const needed = entities.flatMap(dependencesOf).filter(({ resource }) => isDeletable(resource))
  const unasked = needed.filter(({ entity, field }) => !entity.columns.includes(field))
  expect(unasked.map(({ entity, field }) => `${entity.resource}: make ${field} a column, or say loose()`)).toEqual([])
  for (const { entity } of needed) expect(() => activeConditions(entity)).not.toThrow()
})
