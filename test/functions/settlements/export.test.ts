import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { runJob, runJobs } from '#functions/lambdas/jobs.ts'
import { differencesFrom, readClaims } from '#shared/rules/settlements/claimCsv.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { readWorkbook } from '#test/support/formats/workbook.ts'
import { useTable } from '#test/support/table.ts'
import { agreement, consultation, fileAt, openBatch, read, step, visit } from './scene.ts'

const world = useTable()
useFiles()

async function sealedBatch() {
  const terms = await agreement()
  const first = await fileAt('approved', await visit(world(), terms))
  const second = await fileAt('approved', await visit(world(), terms, { class: 'A' }), consultation)
  const id = await openBatch(world(), terms)
  await step('insurance-clerk', 'batches', id, 'add', { fileIds: [first.id, second.id] })
  return (await step('insurance-clerk', 'batches', id, 'seal')).body
}

async function exportJob(id: string, format: string) {
  const started = await step('delegate', 'batches', id, 'export', { format })
  expect(started.status).toBe(202)
  await runJob(started.body.job, Date.now() + 20_000)
  return started.body.job
}

const jobOf = async (id: string) => (await as('delegate')(`GET /api/jobs/${id}`)).body

test('a sealed batch is written as CSV, and what is downloaded equals the seal', async () => {
  const batch = await sealedBatch()
  const job = await jobOf(await exportJob(batch.id, 'csv'))
  expect(job).toMatchObject({ status: 'done', result: { format: 'csv', rows: 5, batchSha256: batch.sha256 } })
  const download = await fetch(job.result.url)
  const bytes = Buffer.from(await download.arrayBuffer())
  expect(download.headers.get('content-disposition')).toContain(`${batch.number}.csv`)
  expect(bytes.length).toBe(job.result.bytes)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.result.sha256)
  expect(await differencesFrom(batch, bytes.toString('utf8'))).toEqual([])
  const [line] = readClaims(bytes.toString('utf8'))
  expect(line).toMatchObject({
    batchNo: batch.number,
    seq: 1,
    memberNo: '10044821',
    policyNo: 'POL-88012',
    patientName: 'Mariam Saleh',
    diagnosisCodes: ['L70.0'],
    payerShareMinor: 10_000,
  })
})

test('a workbook for the payer has the same lines: identifiers as text, amounts as numbers', async () => {
  const batch = await sealedBatch()
  const { status, result } = await jobOf(await exportJob(batch.id, 'xlsx'))
  expect({ status, ...result }).toMatchObject({ status: 'done', rows: 5, batchSha256: batch.sha256 })
  const { rows } = readWorkbook(Buffer.from(await (await fetch(result.url)).arrayBuffer()))
  const [head = [], line = []] = rows
  const at = (name: string) => line[head.findIndex(({ text }) => text === name)]
  expect(at('member_no')).toMatchObject({ text: '10044821', isNumber: false })
  expect(at('payer_share')).toMatchObject({ text: '100.00', isNumber: true, format: '#,##0.00' })
  expect([rows.length, at('seq')?.isNumber, at('service_date')?.isNumber]).toEqual([6, true, false])
})

test('the JSON manifest contains the seal and every line', async () => {
  const batch = await sealedBatch()
  const job = await jobOf(await exportJob(batch.id, 'json'))
  const manifest = await (await fetch(job.result.url)).json()
  expect(manifest).toMatchObject({ number: batch.number, sha256: batch.sha256, totals: batch.totals, rows: 5 })
  expect(manifest.lines).toHaveLength(5)
})

test('each export is recorded at its batch once, although the job runs again', async () => {
  const { id } = await sealedBatch()
  const job = await exportJob(id, 'csv')
  await runJob(job, Date.now() + 20_000)
  await runJobs()
  await exportJob(id, 'json')
  const { exports, status } = await read(id)
  expect(exports.map(({ format }: { format: string }) => format)).toEqual(['csv', 'json'])
  expect(status).toBe('sealed')
})

test('each reading returns a new address, and an altered address opens nothing', async () => {
  const { id } = await sealedBatch()
  const job = await exportJob(id, 'csv')
  const { url } = (await jobOf(job)).result
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300')
  expect((await fetch(url.replace(/.{4}$/, '0000'))).status).toBe(403)
  expect((await fetch(url)).status).toBe(200)
  expect((await as('accountant')(`GET /api/jobs/${job}`)).status).toBe(404)
})

test('an open or voided batch is not exported', async () => {
  const terms = await agreement()
  const open = await openBatch(world(), terms)
  expect((await step('delegate', 'batches', open, 'export', { format: 'csv' })).body.rule).toBe('STATE')
  const batch = await sealedBatch()
  const started = await step('delegate', 'batches', batch.id, 'export', { format: 'csv' })
  await step('services-manager', 'batches', batch.id, 'void', { reason: 'Wrong' })
  await step('accounts-supervisor', 'batches', batch.id, 'void', { reason: 'Wrong' })
  await runJob(started.body.job, Date.now() + 20_000)
  const job = await jobOf(started.body.job)
  expect(job).toMatchObject({
    status: 'failed',
    errors: [{ refusal: { rule: 'STATE', parameters: { noun: 'batch', state: 'voided' } } }],
  })
})
