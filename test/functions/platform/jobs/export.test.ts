import { createHash } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { cancelControl, leaseMs, takeJob } from '#functions/platform/jobs/control.ts'
import { allFields } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { parseCsv } from '#shared/values/csv.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { readPaper } from '#test/support/formats/paper.ts'
import { readWorkbook } from '#test/support/formats/workbook.ts'
import { growCases } from '#test/support/growCases.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()
let patientId: string

beforeAll(async () => {
  const { siteId, foreignSiteId } = world()
  patientId = (await seed(Patient, { ...Patient.example, siteId, name: '=cmd()', phone: '+966501234567' })).id
  const foreign = await seed(Patient, { ...Patient.example, siteId: foreignSiteId })
  await growCases(0, 620, { siteId, patientId })
  await growCases(700, 705, { siteId: foreignSiteId, patientId: foreign.id })
})

async function exported(person: Person, resource: string, body: object, until = Date.now() + 30_000) {
  const { body: started } = await as(person)(`POST /api/${resource}/export`, body)
  await runJob(started.job, until)
  const { body: job } = await as(person)(`GET /api/jobs/${started.job}`)
  const bytes = job.result?.url ? Buffer.from(await (await fetch(job.result.url)).arrayBuffer()) : undefined
  return { job, bytes, table: job.result?.format === 'csv' ? parseCsv(bytes?.toString('utf8') ?? '') : [] }
}

test('a list is exported entirely, in its order, with row count and checksum, and only what the person may see', async () => {
  const { job, bytes, table } = await exported('officer', 'cases', { sort: ['receivedAt', 'DESC'] })
  const [header = [], ...rows] = table
  expect(job).toMatchObject({ status: 'done', done: 620, result: { rows: 620, bytes: bytes?.length } })
  expect(
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
  ).toBe(job.result.sha256)
  expect(new Set(rows.map(([id]) => id)).size).toBe(620)
  const times = rows.map((row) => row[header.indexOf('receivedAt')] ?? '')
  expect(times).toEqual([...times].sort().reverse())
  expect(new Set(rows.map((row) => row[header.indexOf('siteId')]))).toEqual(new Set([world().siteId]))
})

test('a filter, ids and columns restrict the export; a field outside the list is read from the records', async () => {
  const { table } = await exported('officer', 'cases', {
    filter: { patientId },
    columns: ['number', 'summary', 'version'],
  })
  expect(table).toHaveLength(621)
  expect(table[0]).toEqual(['number', 'summary', 'version'])
  expect(table[1]).toEqual([expect.stringMatching(/^C-/), expect.stringMatching(/\w/), '1'])
  const { table: one } = await exported('officer', 'patients', { ids: [patientId], columns: ['name', 'phone'] })
  expect(one).toEqual([
    ['name', 'phone'],
    ["'=cmd()", "'+966501234567"],
  ])
})

test('a workbook has the names of the reader’s language, amounts in their currency and times of the site', async () => {
  const titles = { receivedAt: 'الاستلام', disputedMinor: 'المبلغ' }
  const columns = ['number', 'receivedAt', 'disputedMinor', 'siteId']
  const body = { format: 'xlsx', language: 'ar', titles, columns, sort: ['receivedAt', 'ASC'] }
  const { job, bytes } = await exported('officer', 'cases', body)
  const { rows, isRightToLeft } = readWorkbook(bytes ?? Buffer.alloc(0))
  const [head = [], first = []] = rows
  expect(job).toMatchObject({ status: 'done', result: { rows: 620, format: 'xlsx', bytes: bytes?.length } })
  expect([rows.length, isRightToLeft]).toEqual([621, true])
  expect(head.map(({ text }) => text)).toEqual(['number', 'الاستلام', 'المبلغ', 'siteId'])
  expect(first.map(({ isNumber }) => isNumber)).toEqual([false, true, first[2]?.text !== '', false])
})

test('a PDF has the words of its reader: names of columns, choices and persons, and the clock of the site', async () => {
  const { siteId } = world()
  const columns = ['number', 'patientId', 'receivedAt', 'type', 'siteId']
  const labels = { type: { 'payment-refusal': 'رفض دفع' } }
  const body = { format: 'pdf', language: 'ar', title: 'الحالات', titles: { number: 'الرقم' }, labels, columns }
  const { job, bytes } = await exported('officer', 'cases', { ...body, filter: { siteId } })
  expect(job).toMatchObject({ status: 'done', done: 620, result: { rows: 620, format: 'pdf', bytes: bytes?.length } })
  const said = readPaper(bytes ?? Buffer.alloc(0))
    .flat()
    .map(({ text }) => text)
  expect(said).toEqual(expect.arrayContaining(['الحالات', 'الرقم', '=cmd()', 'رفض دفع', 'Palm Hospital']))
  expect(said.at(-3)).toContain('620')
  expect(said.filter((each) => each.startsWith('patient_'))).toEqual([])
})

test('a phone stays a text with its plus sign in a workbook, and a formula stays a text', async () => {
  const body = { format: 'xlsx', ids: [patientId], columns: ['name', 'phone'] }
  const { bytes } = await exported('officer', 'patients', body)
  const [, cells = []] = readWorkbook(bytes ?? Buffer.alloc(0)).rows
  expect(cells.map(({ text, isNumber }) => [text, isNumber])).toEqual([
    ['=cmd()', false],
    ['+966501234567', false],
  ])
})

test.each([
  [{ ids: ['a'], filter: {} }, 400, 'either'],
  [{ filter: { id: ['a'] } }, 400, 'Give ids by themselves'],
  [{ filter: { colour: 'red' } }, 400, 'cannot be filtered'],
  [{ columns: ['colour'] }, 422, 'columns'],
  [{ format: 'ods' }, 422, 'format'],
  [{ format: 'pdf', columns: ['id', 'version', ...Object.keys(allFields(Case))] }, 422, 'PAPER_WIDE'],
  [{ colour: 1 }, 422, 'colour'],
])('an invalid export is refused at once: %j', async (body, status, words) => {
  const answer = await as('officer')('POST /api/cases/export', body)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(words)
})

test('an export is cancelled, continued after its worker died, and started once per key', async () => {
  const { body: first } = await as('officer')('POST /api/cases/export', {})
  await takeJob(first.job, Date.now() - 2 * leaseMs)
  await runJob(first.job, Date.now() + 30_000)
  expect((await as('officer')(`GET /api/jobs/${first.job}`)).body).toMatchObject({ status: 'done', done: 620 })
  const headers = { 'idempotency-key': 'export-once' }
  const ask = async (body: object) => (await as('officer')('POST /api/cases/export', body, { headers })).body
  const again = await ask({})
  expect(await ask({})).toEqual(again)
  expect(await ask({ filter: { patientId } })).toMatchObject({
    rule: 'KEY_REUSED',
    message: expect.stringContaining('another request'),
  })
  await cancelControl(again.job)
  await runJob(again.job, Date.now() + 30_000)
  expect((await as('officer')(`GET /api/jobs/${again.job}`)).body).toMatchObject({ status: 'cancelled' })
})

test('a file removed by age is reported as removed', async () => {
  const { job } = await exported('officer', 'cases', { filter: { patientId } })
  vi.setSystemTime(Date.now() + 31 * 86_400_000)
  const { body } = await as('officer')(`GET /api/jobs/${job.id}`)
  vi.useRealTimers()
  expect(body.result).toMatchObject({ isGone: true, rows: 620 })
  expect(body.result.url).toBeUndefined()
})
