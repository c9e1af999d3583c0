import { expect, test } from 'vitest'
import { handler } from '#functions/lambdas/schedules.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { yearsAfter } from '#shared/rules/patients/retention.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { erased, erasureJob, recordNow, useListsOnDisk } from './scene.ts'

const world = useTable()
useFiles()
useListsOnDisk()

const begun = '2019-03-01T08:00:00.000Z'
const now = new Date().toISOString()
const tick = (at = now) => handler({ tick: 'retention', at })

let serial = 0
/** A patient who came years ago, so that the record is due. */
const oldPatient = async () => {
  const body = { ...Patient.example, siteId: world().siteId, memberNumber: `R-${++serial}` }
  return (await seed(Patient, body, {}, begun)).id
}
const stateOf = async (id: string) => {
  const { erasingAt, retainUntil } = await recordNow(Patient, id)
  return erasingAt === undefined ? `kept until ${retainUntil?.slice(0, 4)}` : 'erasing'
}

test('a new record says until when it is kept, and is looked at no sooner', async () => {
  const { id } = await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: 'R-new' })
  const { createdAt = '', retainUntil } = await recordNow(Patient, id)
  expect(retainUntil).toBe(yearsAfter(createdAt, 5))
  expect(await tick()).toMatchObject({ erased: 0, kept: 0 })
})

test('five years after the last matter the product erases the patient as a person would', async () => {
  const id = await oldPatient()
  expect(await stateOf(id)).toBe('kept until 2024')
  expect(await tick()).toMatchObject({ erased: 1, kept: 0, failed: 0 })
  expect(await stateOf(id)).toBe('erasing')
  expect(await recordNow(Job, erasureJob(id))).not.toHaveProperty('createdBy')
  await erased(id)
  const { body: entries } = await as('auditor')('GET /api/history', undefined, { query: { filter: { recordId: id } } })
  expect(entries.map(({ action, actorId }: Record<string, string>) => [action, actorId])).toContainEqual([
    'erase',
    'redress',
  ])
})

test('a visit, and a case with a clinical fault of ours, push the time on', async () => {
  const [visited, harmed] = [await oldPatient(), await oldPatient()]
  const { siteId } = world()
  await seed(Encounter, { ...Encounter.example, siteId, patientId: visited, number: 'R-V', serviceOn: '2023-05-02' })
  const fault = { status: 'closed', isOpen: undefined, faultClass: 'own-fault', cause: 'clinical' }
  await seed(Case, { ...Case.example, siteId, patientId: harmed }, { ...fault, closedAt: '2020-06-01T08:00:00.000Z' })
  expect(await tick()).toMatchObject({ erased: 0, kept: 2 })
  expect([await stateOf(visited), await stateOf(harmed)]).toEqual(['kept until 2028', 'kept until 2030'])
})

test('a hold and an open case keep the record, and it is looked at again in a month', async () => {
  const [held, open] = [await oldPatient(), await oldPatient()]
  await as('director')(`POST /api/patients/${held}/actions/hold`, { reason: 'A court asks for it.' })
  const old = { receivedAt: '2020-01-05T08:00:00.000Z', siteId: world().siteId, patientId: open }
  const { id: caseId } = await seed(Case, { ...Case.example, ...old })
  expect(await tick()).toMatchObject({ erased: 0, kept: 2 })
  expect(await tick()).toMatchObject({ erased: 0, kept: 0 })
  const inAMonth = new Date(Date.now() + 31 * 86_400_000).toISOString()
  expect(await tick(inAMonth)).toMatchObject({ erased: 0, kept: 2 })
  await as('director')(`POST /api/patients/${held}/actions/release-hold`, { reason: 'Decided.' })
  await as('officer')(`POST /api/cases/${caseId}/actions/withdraw`, { reason: 'Settled by word.' })
  const inTwoMonths = new Date(Date.now() + 62 * 86_400_000).toISOString()
  expect(await tick(inTwoMonths)).toMatchObject({ erased: 2 })
})

test('a patient who was deleted is erased at the due time all the same', async () => {
  const id = await oldPatient()
  await as('director')(`DELETE /api/patients/${id}`)
  expect(await tick()).toMatchObject({ erased: 1, failed: 0 })
  await erased(id)
  expect(await recordNow(Patient, id)).toMatchObject({ name: '(erased)', deletedAt: expect.any(String) })
  expect(await tick()).toMatchObject({ erased: 0, kept: 0, failed: 0 })
})

test('two schedulers at once, and a tick that was missed for a week, begin each erasure once', async () => {
  const ids = [await oldPatient(), await oldPatient(), await oldPatient()]
  await Promise.all([tick(), tick(), tick()])
  await tick(new Date(Date.now() + 7 * 86_400_000).toISOString())
  for (const id of ids) {
    expect(await stateOf(id)).toBe('erasing')
    await erased(id)
    expect((await recordNow(Job, erasureJob(id))).status).toBe('done')
  }
})

test('an erasure whose job has ended too soon is begun again a day later', async () => {
  const id = await oldPatient()
  await tick()
  const context = contextFor(product, 'event', now, 'test')
  const job = await getRecord(Job, erasureJob(id), { consistent: true })
  const failure = job && (await planned(context, Job, job, { status: 'failed', isActive: null, dueAt: null }, 'failed'))
  if (failure) await save(context, [failure])
  expect(await tick(new Date(Date.now() + 25 * 3_600_000).toISOString())).toMatchObject({ resumed: 1 })
  expect(await recordNow(Job, erasureJob(id))).toMatchObject({ status: 'queued', isActive: true })
  await erased(id)
})
