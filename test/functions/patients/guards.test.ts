import { expect, test, vi } from 'vitest'
import { handler, runJob } from '#functions/lambdas/jobs.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { callConsumer } from '#functions/platform/jobs/consumers.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { agreement, visit } from '../settlements/scene.ts'
import { askErasure, erased, erasureJob, pass, recordNow, useListsOnDisk } from './scene.ts'

const world = useTable()
useFiles()
useListsOnDisk()

let serial = 0
const newPatient = async () =>
  (await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `G-${++serial}` })).id
const openCase = (patientId: string) =>
  as('officer')('POST /api/cases', { ...Case.example, siteId: world().siteId, patientId })
const step = (person: Person, id: string, name: string, body: object = {}) =>
  as(person)(`POST /api/patients/${id}/actions/${name}`, body)
const reason = 'A court asks for it.'

test('a patient with an open case is erased only after it was closed', async () => {
  const id = await newPatient()
  const { body: matter } = await openCase(id)
  expect((await askErasure(id)).body).toMatchObject({ rule: 'ERASE_OPEN_CASE', parameters: { number: matter.number } })
  await as('officer')(`POST /api/cases/${matter.id}/actions/withdraw`, { reason: 'Settled by word.' })
  expect((await askErasure(id)).status).toBe(200)
})

test('a patient with a settlement file on its way is not erased', async () => {
  const id = await newPatient()
  const body = await visit(world(), await agreement(), { encounter: { patientId: id }, coverage: { patientId: id } })
  await as('insurance-clerk')('POST /api/settlement-files', body)
  expect((await askErasure(id)).body).toMatchObject({ rule: 'ERASE_LIVE_FILE', status: 409 })
})

test('a legal hold stops the erasure, is seen on the record, and is released with a reason', async () => {
  const id = await newPatient()
  const held = await step('director', id, 'hold', { reason })
  expect(held.body).toMatchObject({ heldAt: expect.any(String), holdReason: reason, heldBy: world().userIds.director })
  expect((await step('director', id, 'hold', { reason })).body.rule).toBe('ALREADY_HELD')
  expect((await askErasure(id)).body.rule).toBe('ON_HOLD')
  const released = await step('director', id, 'release-hold', { reason: 'The court has decided.' })
  expect(released.body).not.toHaveProperty('heldAt')
  expect((await step('director', id, 'release-hold', { reason })).body.rule).toBe('NOT_HELD')
  expect((await askErasure(id)).status).toBe(200)
})

test.each(['admin', 'officer', 'unit-manager', 'auditor'] as const)(
  'a %s judges neither a hold nor an erasure',
  async (person) => {
    const id = await newPatient()
    for (const name of ['hold', 'release-hold', 'erase'])
      expect((await step(person, id, name, { reason })).body).toMatchObject({ status: 403, rule: 'ROLE' })
  },
)

test('a record that was merged goes with the one that stays, and not alone', async () => {
  const [stays, merged] = [await newPatient(), await newPatient()]
  await step('officer', merged, 'merge', { intoId: stays })
  const visited = await seed(Encounter, {
    ...Encounter.example,
    siteId: world().siteId,
    patientId: merged,
    number: 'G-V',
  })
  expect((await askErasure(merged)).body.rule).toBe('ERASE_MERGED')
  await step('director', merged, 'hold', { reason })
  expect((await askErasure(stays)).body.rule).toBe('ON_HOLD')
  await step('director', merged, 'release-hold', { reason })
  expect((await askErasure(stays)).status).toBe(200)
  await erased(stays)
  for (const id of [stays, merged])
    expect(await recordNow(Patient, id)).toMatchObject({ name: '(erased)', erasedAt: expect.any(String) })
  expect((await recordNow(Encounter, visited.id)).number).toMatch(/^erased-/)
})

test('once it has begun, nothing is added, changed, merged or undone, and its job cannot be stopped', async () => {
  const [id, other] = [await newPatient(), await newPatient()]
  expect((await askErasure(id)).status).toBe(200)
  const answers = [
    await openCase(id),
    await as('officer')(`PATCH /api/patients/${id}`, { notes: 'Called twice.', version: 2 }),
    await step('officer', other, 'merge', { intoId: id }),
    await step('director', id, 'hold', { reason }),
    await askErasure(id),
    await as('director')(`POST /api/jobs/${erasureJob(id)}/actions/cancel`, {}),
  ]
  expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409, 409])
  expect(answers.at(-1)?.body.rule).toBe('ERASURE_STANDS')
  await erased(id)
  expect((await openCase(id)).status).toBe(409)
  expect((await askErasure(id)).body.rule).toBe('PATIENT_ERASED')
})

test('what was written in the last moment is erased too, and a case that came with it is over', async () => {
  const id = await newPatient()
  expect((await askErasure(id)).status).toBe(200)
  await runJob(erasureJob(id), Date.now() + 600_000)
  const late = await seedLate(id)
  await erased(id)
  expect(await recordNow(Case, late)).toMatchObject({ summary: '(erased)', status: 'withdrawn' })
  expect(await recordNow(Case, late)).not.toHaveProperty('dueAt')
})

test('what would follow for an erased patient is no failed event', async () => {
  const event = { eventId: 'e#1', resource: 'cases', id: 'case_1', version: 1, action: 'create', changed: [] }
  const happened = { ...event, at: new Date().toISOString(), actorId: 'user_1' }
  const consumer = (rule: 'ERASED' | 'DELETED') => ({
    name: 'follow',
    resource: 'cases',
    handle: () => Promise.reject(problem(rule)),
  })
  expect(await callConsumer([consumer('ERASED')], 'follow', [happened])).toEqual([])
  expect(await callConsumer([consumer('DELETED')], 'follow', [happened])).toHaveLength(1)
})

test('the job waits for its time, is taken up by the sweep then, and is not called stalled', async () => {
  const id = await newPatient()
  await askErasure(id)
  const sweep = () => handler({ sweep: true }, { getRemainingTimeInMillis: () => 60_000 })
  await runJob(erasureJob(id), Date.now() + 60_000)
  await sweep()
  expect(await recordNow(Job, erasureJob(id))).toMatchObject({ status: 'queued', isActive: true })
  pass(5)
  const lines: string[] = []
  vi.stubEnv('LOG', 'on')
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  await sweep()
  vi.restoreAllMocks()
  vi.stubEnv('LOG', 'off')
  expect(lines.map((line) => JSON.parse(line).jobsStalled)).toEqual([0])
  expect(await recordNow(Job, erasureJob(id))).toMatchObject({ status: 'done' })
})

/** Writes a case as a process does that does not know yet that the key is closed. */
async function seedLate(patientId: string): Promise<string> {
  const context = { ...contextFor(product, 'demo', new Date().toISOString(), 'late'), isErasure: true as const }
  const body = { ...Case.example, siteId: world().siteId, patientId }
  const [stored] = await save(context, [await planCreate(context, Case, body, { isOwnOperation: true })])
  return stored?.record.id ?? ''
}
