import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { handler as schedule } from '#functions/lambdas/schedules.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import { verifyAudit } from '#functions/system/operations.ts'
import { as } from '#test/support/call.ts'
import { filesBelow, useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'
import {
  answered,
  askErasure,
  erased,
  everyItem,
  filed,
  fullPatient,
  others,
  secrets,
  secretsIn,
  useListsOnDisk,
} from './scene.ts'

const world = useTable()
const store = useFiles()
const lists = useListsOnDisk()

const wordsOf = (files: Map<string, Buffer>): string[] =>
  [...files].flatMap(([path, bytes]) => {
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
    const whole = isCompressed ? gunzipSync(bytes) : bytes
    return secretsIn(whole.toString('utf8')).map((found) => `${path}: ${found.slice(0, 40)}`)
  })

const statistics = async (surveyId: string) => {
  await schedule({ tick: 'survey-stats' })
  const query = { filter: { surveyId } }
  return (await as('director')('GET /api/survey-stats', undefined, { query })).body
}
const countOf = async (resource: string) =>
  (await as('everyone')(`GET /api/${resource}`)).headers['content-range']?.split('/')[1]

let scene: Awaited<ReturnType<typeof fullPatient>>
beforeAll(async () => {
  scene = await fullPatient(world())
}, 60_000)

test('nothing tells of an erased patient any more, nowhere, and everything is still counted', {
  timeout: 120_000,
}, async () => {
  const { patientId, encounterId, caseId } = scene
  const surveyId = await answered(encounterId)
  const { fileId } = await filed(world(), patientId)
  const other = await fullPatient(world(), others)
  const filter = { q: secrets.name }
  const started = await as('officer')('POST /api/patients/export', { filter, columns: ['id', 'name', 'phone'] })
  await runJob(started.body.job, Date.now() + 60_000)
  const rows = `siteId,name,memberNumber,phone\n${world().siteId},${secrets.name},${secrets.memberNumber},wrong\n`
  const imported = await as('officer')('POST /api/patients/import', { file: rows, mode: 'insert', dryRun: true })
  await runJob(imported.body.job, Date.now() + 60_000)
  await schedule({ tick: 'projection' })
  const old = `projection/${process.env.TABLE_NAME}/0123456789abcdef/latest.sqlite.gz`
  await putFile(old, { body: gzipSync(secrets.name), type: 'application/gzip', bucket: 'redress-files' })
  const resources = ['patients', 'cases', 'encounters', 'responses', 'invitations', 'messages', 'settlement-files']
  const before = [await statistics(surveyId), ...(await Promise.all(resources.map(countOf)))]
  const telling = [...filesBelow(store())].filter((file) => wordsOf(new Map([file])).length > 0)
  const folders = new Set(telling.map(([path]) => path.slice(store().length).split('/')[2]))
  expect([...folders].sort()).toEqual(['documents', 'exports', 'imports', 'projection', 'uploads'])
  expect(wordsOf(filesBelow(lists())).length).toBeGreaterThan(0)
  const logged: string[] = []
  vi.stubEnv('LOG', 'on')
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
  const asked = await askErasure(patientId)
  expect(asked).toMatchObject({ status: 200, body: { id: patientId, erasingAt: expect.any(String) } })
  const job = await erased(patientId).catch((error) => {
    console.error(logged.join(''))
    throw error
  })
  await schedule({ tick: 'projection' })
  spy.mockRestore()
  vi.stubEnv('LOG', 'off')
  expect(job).toMatchObject({ status: 'done', failed: 0, done: job.total })
  expect((await everyItem()).flatMap(secretsIn)).toEqual([])
  expect(logged.length).toBeGreaterThan(1)
  expect(logged.flatMap(secretsIn)).toEqual([])
  expect(wordsOf(filesBelow(store()))).toEqual([])
  expect(wordsOf(filesBelow(lists()))).toEqual([])
  expect([await statistics(surveyId), ...(await Promise.all(resources.map(countOf)))]).toEqual(before)
  for await (const finding of verifyAudit()) expect(finding).toBeUndefined()
  const { body: patient } = await as('director')(`GET /api/patients/${patientId}`)
  expect(patient).toMatchObject({ name: '(erased)', erasedAt: expect.any(String), language: 'ar', sex: 'female' })
  expect((await as('officer')(`GET /api/statements/${other.statementId}`)).body.narrative).toBe(others.narrative)
  for (const id of [patientId, caseId, fileId]) {
    const { status, text } = await as('auditor')('GET /api/history', undefined, { query: { filter: { recordId: id } } })
    expect([status, secretsIn(text)]).toEqual([200, []])
  }
})
