import { beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let patientId: string
let otherPatientId: string
let caseId: string

const openCase = async (ofPatient: string, values = {}) =>
  (await seed(Case, { ...Case.example, siteId: world().siteId, patientId: ofPatient, ...values })).id

beforeAll(async () => {
  const { siteId } = world()
  patientId = (await seed(Patient, { ...Patient.example, siteId })).id
  otherPatientId = (await seed(Patient, { ...Patient.example, siteId, memberNumber: 'M-2' })).id
  caseId = await openCase(patientId)
})

const write = (values = {}) =>
  as('officer')('POST /api/interactions', { ...Interaction.example, patientId, caseId, ...values })

test('a conversation names who wrote it down, and says whether it sounds like a promise', async () => {
  const { body, status } = await write({ details: 'We will call you on Tuesday.' })
  expect([status, body]).toMatchObject([201, { loggedBy: world().userIds.officer, soundsLikePromise: true }])
  expect((await write()).body).not.toHaveProperty('soundsLikePromise')
  const agreed = { resolution: 'سنتصل بها يوم الثلاثاء' }
  expect((await write(agreed)).body.soundsLikePromise).toBe(true)
})

test('what has not happened yet is not written down, nor a conversation with another patient', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  expect((await write({ at: tomorrow })).body.rule).toBe('CONTACT_LATER')
  const conduct = { flag: 'abusive', boundarySetAt: tomorrow }
  expect((await write({ conduct })).body.rule).toBe('BOUNDARY_LATER')
  expect((await write({ patientId: otherPatientId })).body.rule).toBe('CONTACT_OTHER_PATIENT')
  expect((await write({ caseId: undefined, patientId: otherPatientId })).status).toBe(201)
})

test('a correction stands beside what it corrects, in the same case', async () => {
  const first = (await write()).body.id
  expect((await write({ correctsId: first })).body.correctsId).toBe(first)
  const otherCase = await openCase(patientId)
  expect((await write({ correctsId: first, caseId: otherCase })).body.rule).toBe('CORRECTION_OTHER')
  expect((await write({ correctsId: first, caseId: undefined })).body.rule).toBe('CORRECTION_OTHER')
})

test('a conversation is never changed or deleted, through any way', async () => {
  const { id } = (await write()).body
  for (const call of [`PATCH /api/interactions/${id}`, `DELETE /api/interactions/${id}`])
    expect((await as('everyone')(call, { details: 'Otherwise' })).status).toBeGreaterThanOrEqual(400)
  const rows = [{ id, version: 1, changes: { details: 'Otherwise' } }]
  const pasted = await as('everyone')('POST /api/interactions/rows', rows)
  expect(pasted.status >= 400 || pasted.body[0].ok === false).toBe(true)
  expect((await as('officer')(`GET /api/interactions/${id}`)).body).toMatchObject({ version: 1 })
})

test('a meeting of a major case is not held without a lead, whoever writes it down', async () => {
  const major = await openCase(patientId, { severity: 'major', majorReasons: ['agitated-on-arrival'] })
  const meeting = { kind: 'meeting', place: 'private-room', caseId: major }
  expect((await write(meeting)).body.rule).toBe('LEAD_NEEDED')
  expect((await write({ ...meeting, leadId: world().userIds.officer })).body.rule).toBe('LEAD_ROLE')
  expect((await write({ ...meeting, leadId: world().userIds['unit-manager'] })).status).toBe(201)
})

test('a boundary that was set stands on the case', async () => {
  const id = await openCase(patientId)
  const conduct = { flag: 'threatening', boundarySetAt: '2026-11-21T09:00:00.000Z' }
  await write({ caseId: id, conduct })
  const { body } = await as('officer')(`GET /api/cases/${id}`)
  expect(body).toMatchObject({ conduct: 'threatening', conductSetAt: conduct.boundarySetAt })
})
