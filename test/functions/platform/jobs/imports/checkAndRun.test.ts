import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import type { JobError } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Payer } from '#shared/entities/payer.ts'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { uploadTable } from '#test/support/uploads.ts'

const isFull = process.env.REDRESS_FULL === '1'
const world = useTable()
useFiles()
const site = String(Site.example.code)

const start = (person: Person, resource: string, body: object) => as(person)(`POST /api/${resource}/import`, body)

async function finished(person: Person, job: string) {
  await runJob(job, Date.now() + 60_000)
  return (await as(person)(`GET /api/jobs/${job}`)).body
}

/** A job as the API tells of it. */
interface SeenJob {
  readonly status: string
  readonly failed: number
  readonly errors: readonly JobError[]
  readonly result: { readonly inserted: number; readonly updated: number; readonly unchanged: number }
}

/** What came of the rows: how many, and which were refused for what. */
const outcomeOf = ({ status, failed, errors, result: { inserted, updated, unchanged } }: SeenJob) => {
  const reasons = errors.map(({ row, refusal, issues }) => ({ row, refusal, issues }))
  return { status, failed, inserted, updated, unchanged, reasons }
}

/** Checks a file, imports it without a word of its check, and gives what came of both. */
async function both(person: Person, resource: string, body: object) {
  const check = await finished(person, (await start(person, resource, { ...body, dryRun: true })).body.job)
  const run = await finished(person, (await start(person, resource, body)).body.job)
  return { check, run }
}

const numbers = fc.constantFrom('A1', 'a1', 'A2', 'A3', 'B1', 'B2', 'Ａ1', '')
const patientRow = fc.record({
  site: fc.constantFrom(site, site, site, 'id', 'NOWHERE', 'HARB', ''),
  name: fc.constantFrom('Noor', 'Sami', 'Adel Karam', ''),
  number: numbers,
  phone: fc.constantFrom('', '+966501234567', '٠٠٩٦٦٥٠١٢٣٤٥٦٨', '12', '#REF!'),
  born: fc.constantFrom('', '1990-02-28', '28/02/1990', '31/02/1990', 'soon'),
})

test('what the check of a file says is what its import does, whatever stands in it', { timeout: 300_000 }, async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(patientRow, { minLength: 1, maxLength: 60 }),
      fc.constantFrom('insert', 'upsert', 'update'),
      async (rows, mode) => {
        const stamp = `R${round++}`
        for (const number of ['A1', 'B2'])
          await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: `${stamp}${number}` })
        const lines = rows.map(({ site: place, name, number, phone, born }) =>
          [place === 'id' ? world().siteId : place, name, number && `${stamp}${number}`, phone, born].join(','),
        )
        const file = ['siteId,name,memberNumber,phone,birthDate', ...lines].join('\n')
        const { check, run } = await both('officer', 'patients', { file, mode })
        expect(outcomeOf(run)).toEqual(outcomeOf(check))
      },
    ),
    { numRuns: isFull ? 200 : 8 },
  )
})

test('rows that give up a value and rows that take it agree with the check', { timeout: 300_000 }, async () => {
  let round = 0
  const code = fc.constantFrom('P', 'Q', 'R', 'S')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ of: fc.constantFrom(0, 1, 2), code }), { minLength: 1, maxLength: 12 }),
      async (rows) => {
        const stamp = `T${round++}`
        const kept = ['P', 'Q', 'R'].map((each) =>
          seed(Payer, { ...Payer.example, code: `${stamp}${each}`, name: `Payer ${stamp}${each}` }),
        )
        const ids = (await Promise.all(kept)).map(({ id }) => id)
        const file = ['id,code', ...rows.map((row) => `${ids[row.of]},${stamp}${row.code}`)].join('\n')
        const { check, run } = await both('everyone', 'payers', { file, mode: 'update', key: 'id' })
        expect(outcomeOf(run)).toEqual(outcomeOf(check))
      },
    ),
    { numRuns: isFull ? 200 : 10 },
  )
})

test('a row whose record changed after the check is left out with its reason; the others are imported', async () => {
  const of = (memberNumber: string) => ({ ...Patient.example, siteId: world().siteId, memberNumber, name: 'Old' })
  const [first, second] = [await seed(Patient, of('X1')), await seed(Patient, of('X2'))]
  const file = ['siteId,name,memberNumber', ...['X1', 'X2', 'X3'].map((each) => `${site},New,${each}`)].join('\n')
  const body = { file, mode: 'upsert' }
  const { id: check } = await finished(
    'officer',
    (await start('officer', 'patients', { ...body, dryRun: true })).body.job,
  )
  const headers = { 'if-match': '"1"' }
  await as('officer')(`PATCH /api/patients/${first.id}`, { notes: 'Somebody was faster' }, { headers })
  await seed(Patient, of('X3'))
  const run = await finished('officer', (await start('officer', 'patients', { ...body, check })).body.job)
  expect(run).toMatchObject({ failed: 2, result: { inserted: 0, updated: 1 } })
  expect(run.errors).toMatchObject([
    { row: 2, id: first.id, refusal: { rule: 'CHECK_OUTDATED' } },
    { row: 4, refusal: { rule: 'CHECK_OUTDATED' } },
  ])
  expect((await as('officer')(`GET /api/patients/${second.id}`)).body).toMatchObject({ name: 'New', version: 2 })
})

test('an import names a check of the same file, by the same person', async () => {
  const file = `siteId,name,memberNumber\n${site},Noor,Y1`
  const { id: check } = await finished(
    'officer',
    (await start('officer', 'patients', { file, mode: 'insert', dryRun: true })).body.job,
  )
  const other = (person: Person, body: object) => start(person, 'patients', { file, mode: 'insert', check, ...body })
  for (const answer of [
    await other('officer', { file: file.replace('Noor', 'Sami') }),
    await other('officer', { mode: 'upsert' }),
    await other('officer', { check: 'job_0' }),
    await other('second-officer', {}),
  ])
    expect([answer.status, answer.body.rule]).toEqual([422, 'CHECK_UNKNOWN'])
})

test('an upload is imported as its check said', async () => {
  const uploadId = await uploadTable('officer', `siteId,name,memberNumber\n${site},Noor,Z1\n${site},Sami,Z1\n`)
  const body = { uploadId, mode: 'insert' }
  const check = await finished('officer', (await start('officer', 'patients', { ...body, dryRun: true })).body.job)
  const next = await start('officer', 'patients', { ...body, check: check.id })
  const run = await finished('officer', next.body.job)
  expect(outcomeOf(run)).toEqual(outcomeOf(check))
  expect(run).toMatchObject({ failed: 1, errors: [{ row: 3, refusal: { rule: 'SAME_ROW' } }] })
})
