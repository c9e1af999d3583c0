import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { foreignWorkbook, sheetOf } from '#test/support/formats/foreignWorkbook.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { pdfOf, upload, uploadTable, uploadWorkbook } from '#test/support/uploads.ts'

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

const cell = (value: string | number, style = 0) =>
  typeof value === 'number' ? `<c s="${style}"><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
const rowOf = (...cells: string[]) => `<row>${cells.join('')}</row>`
/** Styles: plain, a day, a clock. */
const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>'
const workbookOf = async (...rows: string[]) =>
  uploadWorkbook('officer', await foreignWorkbook({ sheet: sheetOf(...rows), styles }))

test('a workbook is imported as a person has it: clocks of the site, amounts with decimals, free rows left out', async () => {
  await imported('officer', await uploadTable('officer', tableOf(...rowsOf(3000, 1))))
  const head = rowOf(
    ...['siteId', 'patientId', 'type', 'channel', 'receivedAt', 'summary', 'disputed', 'currency'].map((each) =>
      cell(each),
    ),
  )
  const row = (received: string, amount: string) =>
    rowOf(
      ...[String(Site.example.code), 'U-3000', 'complaint', 'phone'].map((each) => cell(each)),
      received,
      cell('long wait'),
      amount,
      cell('KWD'),
    )
  const uploadId = await workbookOf(
    head,
    row(cell(46_346.5, 2), cell(14.5)),
    '<row/>',
    row(cell('yesterday'), cell(1)),
    row(cell(46_346.5, 2), cell('#REF!')),
  )
  const started = await as('officer')('POST /api/cases/import', { uploadId, mode: 'insert' })
  await runJob(started.body.job, Date.now() + 60_000)
  const job = (await as('officer')(`GET /api/jobs/${started.body.job}`)).body
  expect(job).toMatchObject({ status: 'done', failed: 2, result: { inserted: 1 } })
  expect(job.errors.map(({ row: number }: { row: number }) => number)).toEqual([4, 5])
  const [found] = (await as('officer')('GET /api/cases')).body
  const record = (await as('officer')(`GET /api/cases/${found.id}`)).body
  expect(record).toMatchObject({ receivedAt: '2026-11-20T09:00:00.000Z', disputedMinor: 14_500 })
})

test('the rows of a workbook that were refused come back as a table with their reasons', async () => {
  const head = rowOf(cell('siteId'), cell('name'), cell('memberNumber'))
  const job = await imported(
    'officer',
    await workbookOf(
      head,
      rowOf(cell(String(Site.example.code)), cell('Noor'), cell('W-1')),
      rowOf(cell('nowhere'), cell('Adel'), cell('W-2')),
    ),
  )
  expect(job).toMatchObject({ failed: 1, result: { inserted: 1, rows: 1 }, errors: [{ row: 3 }] })
})

test.each([
  ['no workbook', Buffer.from('PK\u0003\u0004 no archive'), 'WORKBOOK_BROKEN'],
  ['a table that says it is one', Buffer.from('siteId,name'), 'UPLOAD_TYPE'],
])('a job that finds %s where a workbook should be fails with its reason', async (_, bytes, rule) => {
  const job = await imported('officer', await uploadWorkbook('officer', bytes))
  const [{ refusal, issues = {} }] = job.errors
  expect([job.status, issues.file?.rule ?? refusal.rule]).toEqual(['failed', rule])
})
