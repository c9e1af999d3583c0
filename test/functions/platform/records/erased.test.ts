import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { keyItemKey } from '#functions/platform/store/keys.ts'
import { closeKeyStep, destroyKeyStep, keyCacheSeconds } from '#functions/platform/store/persons/personKeys.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()
afterEach(() => void vi.useRealTimers())

let member = 0
const newPatient = () =>
  seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `M-${member++}` }).then(({ id }) => id)
const newCase = (patientId: string) => seed(Case, { ...Case.example, siteId: world().siteId, patientId })
const now = () => contextFor(product, 'event', new Date().toISOString(), 'test')
const close = (patientId: string) => save(now(), [], [closeKeyStep(patientId, now().origin.at)])
const destroy = (patientId: string) => save(now(), [], [destroyKeyStep(patientId, now().origin.at)])

const erased = { status: 409, body: { rule: 'ERASED' } }

test('whatever anybody does to a record of an erased patient is refused, and a step of another record with it', async () => {
  const patientId = await newPatient()
  const [one, other, gone] = [await newCase(patientId), await newCase(patientId), await newCase(patientId)]
  await as('director')(`DELETE /api/cases/${gone.id}`)
  await close(patientId)
  const version = { 'If-Match': '"1"' }
  const answers = [
    as('officer')('POST /api/cases', { ...Case.example, siteId: world().siteId, patientId }),
    as('officer')(`PATCH /api/cases/${one.id}`, { level: 2 }, { headers: version }),
    as('officer')(`PATCH /api/patients/${patientId}`, { language: 'en' }, { headers: version }),
    as('officer')(`POST /api/cases/${one.id}/actions/acknowledge`, { how: 'By phone', contactPerson: 'Huda Nasser' }),
    as('officer')(`POST /api/cases/${one.id}/actions/merge`, { intoId: other.id }),
    as('director')(`DELETE /api/cases/${one.id}`),
    as('director')(`POST /api/cases/${gone.id}/restore`),
  ]
  for (const answer of await Promise.all(answers)) expect(answer, answer.text).toMatchObject(erased)
  const { body: rows } = await as('officer')('POST /api/cases/rows', [
    { id: one.id, version: 1, changes: { level: 2 } },
  ])
  expect(rows).toMatchObject([{ status: 409 }])
})

test('a bulk change and an import leave records of erased patients as they are, say so, and do the others', async () => {
  const [patientId, gone] = [await newPatient(), await newPatient()]
  const cases = await Promise.all([patientId, gone, patientId, gone].map(newCase))
  await destroy(gone)
  const ids = cases.map(({ id }) => id)
  const started = await as('officer')('POST /api/cases/bulk', { ids, changes: { level: 2 } })
  await runJob(started.body.job, Date.now() + 30_000)
  const { body: job } = await as('officer')(`GET /api/jobs/${started.body.job}`)
  expect(job).toMatchObject({ status: 'done', done: 4, failed: 2 })
  expect(job.errors.map(({ id }: { id: string }) => id)).toEqual([ids[1], ids[3]])
  const lines = cases.map(({ id }) => `${id},2`)
  const file = ['id,level', ...lines.map((line) => line.replace(',2', ',1'))].join('\r\n')
  const second = await as('officer')('POST /api/cases/import', { file, mode: 'update', key: 'id' })
  await runJob(second.body.job, Date.now() + 30_000)
  expect((await as('officer')(`GET /api/jobs/${second.body.job}`)).body).toMatchObject({
    failed: 2,
    result: { updated: 2 },
  })
  const levels = await Promise.all(ids.map(async (id) => (await getRecord(Case, id))?.record.level))
  expect(levels).toEqual([1, 1, 1, 1])
})

test('an erasure changes what nobody else may, and history shows what is gone', async () => {
  const patientId = await newPatient()
  const { id } = await newCase(patientId)
  await as('officer')(`PATCH /api/cases/${id}`, { summary: 'The bill is wrong.', level: 2, version: 1 })
  await close(patientId)
  const stored = await getRecord(Case, id, { consistent: true })
  const context = { ...now(), isErasure: true as const }
  const change = stored && (await planned(context, Case, stored, { summary: 'Erased' }, 'erase'))
  if (change) await save(context, [change])
  await destroy(patientId)
  const { body: history } = await as('officer')('GET /api/history', undefined, { query: { filter: { recordId: id } } })
  expect(history).toMatchObject([
    { version: 3, after: { summary: 'Erased' }, erased: { values: ['summary'], reason: false } },
    { version: 2, before: { level: 1 }, after: { level: 2 }, erased: { values: ['summary'] } },
    { version: 1, after: { level: 1, patientId }, erased: { values: ['summary', 'patientName'] } },
  ])
  expect(JSON.stringify(history)).not.toContain('bill is wrong')
})

/** How many keys of patients some work reads, batch by batch. */
async function keysRead(work: () => Promise<unknown>): Promise<number[]> {
  const batches: number[] = []
  const real = DynamoDBDocumentClient.prototype.send
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
  spy.mockImplementation(async function (this: DynamoDBDocumentClient, command: { input: object }) {
    const keys = command instanceof BatchGetCommand ? Object.values(command.input.RequestItems ?? {}) : []
    const ofPatients = keys
      .flatMap(({ Keys = [] }) => Keys)
      .filter(({ pk }) => pk.startsWith(keyItemKey(Patient.prefix).pk))
    if (ofPatients.length > 0) batches.push(ofPatients.length)
    return Reflect.apply(real, this, [command])
  } as never)
  await work().finally(() => spy.mockRestore())
  return batches
}

test('a bulk change of 45 patients reads their keys in one batch, and a second change within seconds none', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const ids = await Promise.all(Array.from({ length: 45 }, newPatient))
  vi.setSystemTime(Date.now() + (keyCacheSeconds + 1) * 1000)
  const bulk = async (language: string) => {
    const started = await as('officer')('POST /api/patients/bulk', { ids, changes: { language } })
    await runJob(started.body.job, Date.now() + 30_000)
    expect((await as('officer')(`GET /api/jobs/${started.body.job}`)).body).toMatchObject({ done: 45, failed: 0 })
  }
  expect(await keysRead(() => bulk('en'))).toEqual([45])
  expect(await keysRead(() => bulk('zh'))).toEqual([])
})
