import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { pdfOf, upload, uploadTable } from '#test/support/uploads.ts'

useTable()
useFiles()

const rowsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${Site.example.code},Patient ${index},U-${from + index},`)
const tableOf = (...rows: string[]) => ['siteId,name,memberNumber,phone', ...rows].join('\r\n')

const start = (person: Person, uploadId: string, more: object = {}) =>
  as(person)('POST /api/patients/import', { uploadId, mode: 'insert', ...more })

async function imported(person: Person, uploadId: string, more: object = {}) {
  const started = await start(person, uploadId, more)
  expect(started.status).toBe(202)
  await runJob(started.body.job, Date.now() + 60_000)
  return (await as(person)(`GET /api/jobs/${started.body.job}`)).body
}

test('a file larger than a request is checked first, then imported, each row once', async () => {
  const long = `,${'x'.repeat(40_000)}`
  const text = ['siteId,name,memberNumber,phone,notes', ...rowsOf(0, 120).map((row) => row + long)].join('\n')
  expect(text.length).toBeGreaterThan(4_500_000)
  const mapping = { siteId: 'siteId', name: 'name', memberNumber: 'memberNumber', phone: 'phone', notes: null }
  const uploadId = await uploadTable('officer', text)
  const check = await imported('officer', uploadId, { mapping, dryRun: true })
  expect(check).toMatchObject({ status: 'done', result: { inserted: 120, dryRun: true, ignored: ['notes'] } })
  const job = await imported('officer', uploadId, { mapping })
  expect(job).toMatchObject({ status: 'done', done: 120, failed: 0, result: { inserted: 120 } })
  await runJob(job.id, Date.now() + 60_000)
  const query = { filter: { q: 'U-11' }, range: [0, 99] }
  expect((await as('officer')('GET /api/patients', undefined, { query })).body).toHaveLength(11)
})

test('an upload is imported once, only by whoever sent it, and only when it is a table', async () => {
  const uploadId = await uploadTable('officer', tableOf(...rowsOf(1000, 2)))
  expect((await start('second-officer', uploadId)).body.rule).toBe('UPLOAD_ABSENT')
  await imported('officer', uploadId)
  expect((await start('officer', uploadId)).body.rule).toBe('UPLOAD_USED')
  expect((await start('officer', await upload('officer', pdfOf('a document')))).body.rule).toBe('UPLOAD_ABSENT')
})

test('the same request under one key is one job', async () => {
  const uploadId = await uploadTable('officer', tableOf(...rowsOf(2000, 2)))
  const headers = { 'idempotency-key': 'import-once' }
  const ask = () => as('officer')('POST /api/patients/import', { uploadId, mode: 'insert' }, { headers })
  const [first, second] = [await ask(), await ask()]
  expect([first.status, second.body]).toEqual([202, first.body])
})

test.each([
  ['a program', 'MZ\u0000\u0000 a program', 'UPLOAD_TYPE'],
  ['a PDF', pdfOf('no table').toString(), 'UPLOAD_TYPE'],
  ['a broken table', 'siteId,name\n"open', 'INVALID'],
  ['a table without rows', 'siteId,name', 'INVALID'],
  ['a table of other columns', 'colour\nred', 'INVALID'],
])('a job that finds %s fails with its reason, and nothing is imported', async (_, text, rule) => {
  const job = await imported('officer', await uploadTable('officer', text))
  expect(job).toMatchObject({ status: 'failed', errors: [{ refusal: { rule } }] })
})

test('an import names a text or an upload, not both and not neither', async () => {
  const rules = [{ mode: 'insert' }, { mode: 'insert', file: 'name\nNoor', uploadId: 'upload_1' }]
  for (const body of rules) {
    const answer = await as('officer')('POST /api/patients/import', body)
    expect([answer.status, answer.body.issues.root.rule]).toEqual([422, 'FILE_OR_UPLOAD'])
  }
})
