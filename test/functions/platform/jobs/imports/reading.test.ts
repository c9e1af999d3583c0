import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { tableType } from '#shared/values/contentType.ts'
import { parseCsv } from '#shared/values/csv.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { foreignWorkbook, sheetOf } from '#test/support/formats/foreignWorkbook.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { announce, announcementOf, put, uploadWorkbook } from '#test/support/uploads.ts'

const world = useTable()
useFiles()
const site = String(Site.example.code)

async function imported(person: Person, resource: string, body: object) {
  const started = await as(person)(`POST /api/${resource}/import`, body)
  if (started.status !== 202) return started.body
  await runJob(started.body.job, Date.now() + 60_000)
  return (await as(person)(`GET /api/jobs/${started.body.job}`)).body
}
const patient = (memberNumber: string) => seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber })
const read = async (resource: string, id: string) => (await as('everyone')(`GET /api/${resource}/${id}`)).body

let patients = 0
async function complaint() {
  const { id: patientId } = await patient(`C-${++patients}`)
  return seed(Case, { ...Case.example, siteId: world().siteId, patientId })
}

/** Changes a case by a file of one row, in a column as somebody called it; what then stands there, or why it was refused. */
async function caseAfter(head: string, cell: string, currency = 'SAR') {
  const { id } = await complaint()
  const file = `id,currency,${head}\n${id},${currency},"${cell}"`
  const job = await imported('officer', 'cases', { file, mode: 'update', key: 'id' })
  return job.failed ? Object.values(job.errors[0].issues)[0] : await read('cases', id)
}

test.each([
  ['disputed', '1450.00', 'SAR', 145_000],
  ['disputed', '1450', 'SAR', 145_000],
  ['disputed', '1,450.50', 'SAR', 145_050],
  ['disputed', '1.450', 'KWD', 1450],
  ['disputedMinor', '145000', 'SAR', 145_000],
])(
  'an amount of a column %s, written %s in %s, is that many of the smallest unit',
  async (head, cell, currency, minor) => {
    expect(await caseAfter(head, cell, currency)).toMatchObject({ disputedMinor: minor })
  },
)

test('a column of the smallest unit refuses a decimal point with a sentence', async () => {
  expect(await caseAfter('disputedMinor', '1450.00')).toEqual({
    rule: 'MINOR_WHOLE',
    parameters: { column: 'disputedMinor' },
  })
})

test.each([
  ['2026-11-20T08:15:00Z', '2026-11-20T08:15:00.000Z'],
  ['20/11/2026 08:15', '2026-11-20T05:15:00.000Z'],
  ['2026-11-20T08:15:00+05:00', '2026-11-20T03:15:00.000Z'],
])('a time written %s is an instant of the site of its record', async (cell, receivedAt) => {
  expect(await caseAfter('receivedAt', cell)).toMatchObject({ receivedAt })
})

test('a list that a European spreadsheet saved again is taken, with its line of the delimiter and its free rows', async () => {
  const rows = Array.from({ length: 15 }, (_, n) => `${site};Nora ${n};E-${n};10/08/2003;\u0660\u0660966501234567`)
  const file = ['sep=;', 'siteId;name;memberNumber;birthDate;phone', ...rows, ';;;;', ';;;;'].join('\r\n')
  const job = await imported('officer', 'patients', { file, mode: 'insert' })
  expect(job).toMatchObject({ status: 'done', total: 15, failed: 0, result: { inserted: 15 } })
  const [found] = (await as('officer')('GET /api/patients', undefined, { query: { filter: { q: 'E-7' } } })).body
  expect(await read('patients', found.id)).toMatchObject({ birthDate: '2003-08-10', phone: '+966501234567' })
})

test('free rows between others are no records, and rows have the numbers that a spreadsheet shows', async () => {
  const file = ['siteId,name,memberNumber', ',,', `${site},Noor,F-1`, '', ` , ,`, `${site},Sami,`].join('\n')
  const job = await imported('officer', 'patients', { file, mode: 'insert' })
  expect(job).toMatchObject({ total: 2, done: 2, failed: 1, errors: [{ row: 6 }], result: { inserted: 1 } })
})

test('a file whose days begin with the month says so by one of them, and its refused rows come back with the day first', async () => {
  const line = (number: string, born: string, phone = '') => `${site},Nora,${number},${born},${phone}`
  const lines = [line('M-1', '12/31/2003'), line('M-2', '8/10/2003'), line('M-3', '8/10/2003', '12')]
  const file = ['siteId,name,memberNumber,birthDate,phone', ...lines].join('\n')
  const job = await imported('officer', 'patients', { file, mode: 'insert' })
  expect(job).toMatchObject({ failed: 1, result: { inserted: 2 } })
  const [found] = (await as('officer')('GET /api/patients', undefined, { query: { filter: { q: 'M-2' } } })).body
  expect(await read('patients', found.id)).toMatchObject({ birthDate: '2003-08-10' })
  const [, refused] = parseCsv(await (await fetch(job.result.url)).text())
  expect(refused?.[3]).toBe("'10/8/2003")
})

test('a number that may be two is refused, never guessed', async () => {
  const { id } = await complaint()
  const file = (...cells: string[]) => ['id;currency;disputed', ...cells.map((cell) => `${id};KWD;${cell}`)].join('\n')
  const vague = await imported('officer', 'cases', { file: file('1.450'), mode: 'update', key: 'id' })
  expect(vague.errors[0].issues).toEqual({ disputedMinor: { rule: 'NUMBER_VAGUE', parameters: { text: '1.450' } } })
  const other = (await complaint()).id
  const proven = `${file('1.450')}\n${other};KWD;0.5`
  await imported('officer', 'cases', { file: proven, mode: 'update', key: 'id' })
  expect(await read('cases', id)).toMatchObject({ disputedMinor: 1450 })
})

test('text in UTF-16, as a spreadsheet saves it, is read from an upload', async () => {
  const bytes = Buffer.from(`\ufeffsiteId\tname\tmemberNumber\r\n${site}\tنورة\tU16-1\r\n`, 'utf16le')
  const announced = await announce('officer', { ...announcementOf(bytes, 'list.txt', tableType), purpose: 'import' })
  expect(await put(announced, bytes)).toBe(200)
  const job = await imported('officer', 'patients', { uploadId: announced.body.id, mode: 'insert' })
  expect(job).toMatchObject({ status: 'done', failed: 0, result: { inserted: 1 } })
})

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const rowOf = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`
const head = rowOf('siteId', 'name', 'memberNumber')
const workbook =
  '<workbook><sheets><sheet name="First" r:id="rId1"/><sheet name="Second" r:id="rId4"/></sheets></workbook>'
const relations =
  '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Target="worksheets/sheet2.xml"/>'

test('the sheet that is named is imported, with its hidden rows, and that is said', async () => {
  const hidden = `<row hidden="1">${cell(site)}${cell('Sami')}${cell('S-2')}</row>`
  const more = { 'xl/worksheets/sheet2.xml': sheetOf(head, rowOf(site, 'Noor', 'S-1'), hidden) }
  const bytes = await foreignWorkbook({ sheet: sheetOf(rowOf('nothing'), rowOf('x')), workbook, relations, more })
  const body = { uploadId: await uploadWorkbook('officer', bytes), mode: 'insert' }
  const unknown = await imported('officer', 'patients', { ...body, sheet: 'Third', dryRun: true })
  expect(unknown.errors[0].issues.file).toMatchObject({
    rule: 'SHEET_UNKNOWN',
    parameters: { sheets: ['First', 'Second'] },
  })
  const job = await imported('officer', 'patients', { ...body, sheet: 'Second' })
  const notes = { hiddenRows: 1, hiddenColumns: 0, mergedCells: 0 }
  expect(job).toMatchObject({ status: 'done', result: { inserted: 2, notes } })
})

test.each([
  ['would unpack to far more than it holds', sheetOf(head, rowOf(' '.repeat(30_000_000))), 'WORKBOOK_LARGE'],
  ['brings entities of its own', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf(head)}`, 'WORKBOOK_BROKEN'],
])('a workbook that %s is refused with a sentence', async (_, sheet, rule) => {
  const uploadId = await uploadWorkbook('officer', await foreignWorkbook({ sheet }))
  const job = await imported('officer', 'patients', { uploadId, mode: 'insert' })
  expect(job).toMatchObject({ status: 'failed', errors: [{ issues: { file: { rule } } }] })
})
