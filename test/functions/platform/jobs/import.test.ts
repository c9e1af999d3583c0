import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { readJobList } from '#functions/platform/store/items/jobItems.ts'
import { getHistory, getRecord } from '#functions/platform/store/read.ts'
import { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { parseCsv } from '#shared/values/csv.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()
const site = Site.example.code as string

const patients = (from: number, count: number, more = '') =>
  Array.from({ length: count }, (_, n) => `${site},Patient ${n},M-${from + n},"+96650${1_000_000 + n}"${more}`)
const file = (...lines: string[]) => `\ufeff${lines.join('\r\n')}\r\n`
const head = 'siteId,name,memberNumber,phone'

async function imported(person: Person, resource: string, body: object) {
  const started = await as(person)(`POST /api/${resource}/import`, body)
  expect(started.status).toBe(202)
  await runJob(started.body.job, Date.now() + 60_000)
  return { ...(await as(person)(`GET /api/jobs/${started.body.job}`)).body, started: started.body }
}
const named = async (memberNumber: string) =>
  (await as('officer')('GET /api/patients', undefined, { query: { filter: { q: memberNumber } } })).body

/** A job's record and its history, as they are kept for good. */
const everythingKept = async (id: string) => JSON.stringify([await getRecord(Job, id), await getHistory(id, 20)])

test('every row becomes one record, although several workers run', async () => {
  const body = { file: file(head, ...patients(1000, 150)), mode: 'insert' }
  const { body: started } = await as('officer')('POST /api/patients/import', body)
  await Promise.all([1, 2, 3].map(() => runJob(started.job, Date.now() + 60_000)))
  await runJob(started.job, Date.now() + 60_000)
  const { body: job } = await as('officer')(`GET /api/jobs/${started.job}`)
  expect(job).toMatchObject({ status: 'done', total: 150, done: 150, failed: 0, result: { inserted: 150, updated: 0 } })
  const [patient] = await named('M-1149')
  expect(patient).toMatchObject({ name: 'Patient 149', phone: '+966501000149', siteId: world().siteId })
  const { body: history } = await as('officer')('GET /api/history', undefined, {
    query: { filter: { recordId: patient.id } },
  })
  expect(JSON.stringify(history)).toContain('"source":"import"')
  expect(await readJobList(started.job, 'rows')).toEqual([])
})

test('a row that no record has room for is refused by itself, with its size; the others are imported', async () => {
  const lines = [...patients(5000, 2), `${site},${'x'.repeat(900_000)},M-5002,`, ...patients(5003, 1)]
  const job = await imported('officer', 'patients', { file: file(head, ...lines), mode: 'insert' })
  expect(job).toMatchObject({ status: 'done', total: 4, failed: 1, result: { inserted: 3 } })
  expect(job.errors).toMatchObject([{ row: 4, message: expect.stringMatching(/^The row holds \d+ kB; 180 kB are/) }])
})

test('a dry run reports the outcome of each row and writes nothing', async () => {
  const one = await seed(Patient, {
    ...Patient.example,
    siteId: world().siteId,
    memberNumber: 'M-7',
    name: 'Sara Noor',
  })
  const lines = [`${site},Sara Noor Ali,M-7,`, `${site},New One,M-8,`, `${site},No Phone,M-9,12`, `${site},Twice,M-8,`]
  const body = { file: file(head, ...lines), mode: 'upsert', key: 'siteId+memberNumber', dryRun: true }
  const { id: job, status, failed, errors, result } = await imported('officer', 'patients', body)
  expect({ status, failed, result }).toMatchObject({
    status: 'done',
    failed: 2,
    result: { dryRun: true, inserted: 1, updated: 1, unchanged: 0 },
  })
  expect(result.differences).toEqual([
    { row: 2, action: 'update', id: one.id, changes: { name: { from: 'Sara Noor', to: 'Sara Noor Ali' } } },
    { row: 3, action: 'insert', values: expect.objectContaining({ name: 'New One', memberNumber: 'M-8' }) },
  ])
  expect(errors.map(({ row }: { row: number }) => row)).toEqual([4, 5])
  expect(errors[0]).toMatchObject({
    refusal: { rule: 'INVALID', parameters: {} },
    issues: { phone: { rule: 'NOT_A_PHONE', parameters: {} } },
    message: 'phone: An international number such as +966501234567',
  })
  expect(errors[1]).toEqual({
    id: '',
    row: 5,
    refusal: { rule: 'SAME_ROW', parameters: { row: 3 } },
    message: 'Row 3 is about the same record.',
  })
  expect(await named('M-8')).toEqual([])
  expect(await everythingKept(job)).not.toContain('Noor')
  expect((await as('officer')(`GET /api/patients/${one.id}`)).body).toMatchObject({ name: 'Sara Noor', version: 1 })
})

test('refused rows are returned as a file with their reasons, and the corrected file imports them', async () => {
  const lines = [`${site},Good Row,M-21,`, `${site},=Bad Row,M-22,12`, `NOWHERE,Lost Row,M-23,`]
  const { result } = await imported('officer', 'patients', { file: file(head, ...lines), mode: 'insert' })
  expect(result).toMatchObject({ inserted: 1, rows: 2 })
  const text = await (await fetch(result.url)).text()
  const [header, ...rows] = parseCsv(text)
  expect(header).toEqual(['siteId', 'name', 'memberNumber', 'phone', 'reason'])
  expect(rows.map((row) => row[2])).toEqual(['M-22', 'M-23'])
  expect(rows[0]?.[1]).toBe("'=Bad Row")
  const mended = text.replace(',12,', ',,').replace('NOWHERE', site)
  const again = await imported('officer', 'patients', { file: mended, mode: 'insert' })
  expect(again).toMatchObject({ failed: 0, result: { inserted: 2, ignored: ['reason'] } })
  expect((await named('M-22'))[0].name).toBe('=Bad Row')
})

test('visits of the hospital’s system are imported by site code and member number, mapped by name', async () => {
  await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: 'M-31' })
  const text = ['Visit;Place;Card;Kind;Day;Ward;Remark', `V-1;${site};M-31;out;2026-11-02;Dermatology;x`].join('\n')
  const mapping = {
    Visit: 'number',
    Place: 'siteId',
    Card: 'patientId',
    Kind: 'careType',
    Day: 'serviceOn',
    Ward: 'department',
    Remark: null,
  }
  const job = await imported('insurance-clerk', 'encounters', { file: text, mapping, mode: 'upsert' })
  expect(job).toMatchObject({ failed: 0, result: { inserted: 1, ignored: ['Remark'] } })
  const again = await imported('insurance-clerk', 'encounters', {
    file: text.replace('Dermatology', 'Surgery'),
    mapping,
    mode: 'upsert',
  })
  expect(again.result).toMatchObject({ inserted: 0, updated: 1 })
  const { body } = await as('officer')('GET /api/encounters', undefined, {
    query: { filter: { siteId: world().siteId } },
  })
  expect(body).toMatchObject([{ number: 'V-1', department: 'Surgery', patientName: Patient.example.name }])
})

test('the exported list updates the same records when it is imported', async () => {
  const patient = await seed(Patient, {
    ...Patient.example,
    siteId: world().siteId,
    memberNumber: 'M-41',
    name: '-Dash, "Q"',
  })
  const { body: started } = await as('officer')('POST /api/patients/export', { ids: [patient.id] })
  await runJob(started.job, Date.now() + 30_000)
  const { url } = (await as('officer')(`GET /api/jobs/${started.job}`)).body.result
  const text = await (await fetch(url)).text()
  expect((await imported('officer', 'patients', { file: text, mode: 'update' })).result).toMatchObject({ unchanged: 1 })
  const changed = text.replace('Dash', 'Dot')
  expect((await imported('officer', 'patients', { file: changed, mode: 'update' })).result).toMatchObject({
    updated: 1,
  })
  expect((await as('officer')(`GET /api/patients/${patient.id}`)).body).toMatchObject({ name: '-Dot, "Q"', version: 2 })
})

test('records of another site, foreign ids and fields beyond a role are refused row by row', async () => {
  const foreign = await seed(Patient, { ...Patient.example, siteId: world().foreignSiteId, memberNumber: 'M-51' })
  const text = file('id,name', `${foreign.id},Stolen`, 'patient_01ARZ3NDEKTSV4RRFFQ69G5FAV,Nobody', 'nonsense,Nobody')
  const job = await imported('officer', 'patients', { file: text, mode: 'upsert' })
  expect(job).toMatchObject({ failed: 3, result: { inserted: 0, updated: 0 } })
  for (const { refusal, message } of job.errors) {
    expect(refusal).toEqual({ rule: 'NOT_FOUND', parameters: {} })
    expect(message).toBe('There is no such record, or it is not one of your sites.')
  }
})

test.each([
  ['no file', 'officer', { mode: 'insert' }, 422, 'file'],
  ['an open quote', 'officer', { file: 'name\n"a', mode: 'insert' }, 422, 'Line 2'],
  ['no rows', 'officer', { file: head, mode: 'insert' }, 422, 'no rows'],
  ['no known column', 'officer', { file: 'a,b\n1,2', mode: 'upsert', key: 'id' }, 422, 'key'],
  ['a required column missing', 'officer', { file: 'name\nA', mode: 'insert' }, 422, 'siteId, memberNumber'],
  ['no key', 'officer', { file: 'name\nA', mode: 'update' }, 422, 'siteId+memberNumber'],
  [
    'a mapping of no column',
    'officer',
    { file: `${head}\na,b,c,d`, mode: 'insert', mapping: { X: 'name' } },
    422,
    'no column',
  ],
  ['a mapping to no field', 'officer', { file: 'a\n1', mode: 'insert', mapping: { a: 'colour' } }, 422, 'colour'],
  ['a column twice', 'officer', { file: 'name,name\n1,2', mode: 'insert' }, 422, 'Two columns'],
  ['a role that may only insert', 'accountant', { file: `${head}\na,b,c,d`, mode: 'upsert' }, 403, 'role'],
  ['five megabytes', 'officer', { file: 'x'.repeat(5_000_000), mode: 'insert' }, 413, '4 MB'],
] as const)('an unreadable file is refused entirely: %s', async (_what, person, body, status, words) => {
  const answer = await as(person)('POST /api/patients/import', body)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(words)
})

test('three megabytes of rows are taken in one request and resumed after a worker died', {
  timeout: 120_000,
}, async () => {
  const lines = patients(100_000, 400).map((line) => `${line},${'n'.repeat(7000)}`)
  const started = await as('officer')('POST /api/patients/import', {
    file: file(`${head},notes`, ...lines),
    mode: 'insert',
  })
  expect(started.status).toBe(202)
  const job = async () => (await as('officer')(`GET /api/jobs/${started.body.job}`)).body
  for (let run = 0; run < 50 && (await job()).done === 0; run++) await runJob(started.body.job, Date.now() + 100)
  expect((await job()).result).toBeUndefined()
  await runJob(started.body.job, Date.now() + 60_000)
  expect(await job()).toMatchObject({ status: 'done', done: 400, result: { inserted: 400 } })
})
