import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { readClaims } from '#shared/rules/settlements/claimCsv.ts'
import { type SignedInCall, signIn } from '#test/support/session.ts'
import { pdfOf, uploadTo } from '#test/support/uploads.ts'
import { finished, newVisit, productUrl } from './world.ts'

const [vector] = JSON.parse(readFileSync(new URL('../../vectors/settlement.json', import.meta.url), 'utf8')).pricing
let product: Awaited<ReturnType<typeof productUrl>>
let people: Record<'clerk' | 'accountant' | 'supervisor' | 'manager' | 'everyone', SignedInCall>
let file: { id: string; totalsHash: string }
let ids: Record<string, string>

beforeAll(async () => {
  product = await productUrl()
  const visit = await newVisit(product.url)
  const as = (person: string) => signIn(product.url, person)
  people = {
    clerk: visit.clerk,
    accountant: await as('accountant'),
    supervisor: await as('accounts-supervisor'),
    manager: await as('services-manager'),
    everyone: await as('everyone'),
  }
  const payer = await people.supervisor('POST /api/payers', { ...Payer.example })
  const contract = {
    ...Contract.example,
    payerId: payer.body.id,
    siteIds: [visit.siteId],
    classRules: vector.request.classRules,
  }
  const contractId = (await people.supervisor('POST /api/contracts', contract)).body.id
  const coverage = { ...Coverage.example, patientId: visit.patientId, payerId: payer.body.id }
  const coverageId = (await people.clerk('POST /api/coverages', coverage)).body.id
  ids = {
    payerId: payer.body.id,
    contractId,
    coverageId,
    encounterId: visit.encounterId,
    siteId: visit.siteId,
    serviceOn: visit.serviceOn,
  }
}, 120_000)
afterAll(() => product?.stop())

const act = async (who: keyof typeof people, name: string, body: object = {}) =>
  people[who](`POST /api/settlement-files/${file.id}/actions/${name}`, body)

test('the preview returns the agreed numbers', async () => {
  const { body } = await people.accountant('POST /api/settlement-files/preview', vector.request)
  expect(body).toEqual(vector.expected)
})

test('a file is priced, verified and approved by three different people', async () => {
  const { coverageId, contractId, encounterId } = ids
  const opened = await people.clerk('POST /api/settlement-files', {
    coverageId,
    contractId,
    encounterId,
    ...SettlementFile.example,
  })
  expect(opened.body.number).toMatch(/^TSW-\d{4}-\d{6}$/)
  file = opened.body
  await act('clerk', 'request-record')
  const documents = []
  for (const kind of ['medicalReport', 'invoice'])
    documents.push({ kind, uploadId: await uploadTo(people.clerk, pdfOf(kind), `${kind}.pdf`) })
  expect((await act('clerk', 'receive-record', { documents })).body.stage).toBe('record-received')
  const lines = vector.request.lines.map((line: object) => ({
    ...line,
    serviceOn: ids.serviceOn,
    description: 'A service',
  }))
  const estimated = await act('everyone', 'estimate', { lines })
  expect(estimated.body).toMatchObject({ stage: 'estimated', payerShareMinor: vector.expected.totals.payerShareMinor })
  file = estimated.body
  expect((await act('everyone', 'verify', { totalsHash: file.totalsHash })).body).toMatchObject({
    status: 403,
    rule: 'FOUR_EYES',
  })
  expect((await act('supervisor', 'verify', { totalsHash: file.totalsHash })).body.stage).toBe('verified')
  expect((await act('manager', 'approve')).body.stage).toBe('approved')
})

test('a batch is sealed, and the export equals the seal', async () => {
  const batch = await people.clerk('POST /api/batches', {
    siteId: ids.siteId,
    payerId: ids.payerId,
    careType: 'out',
    month: ids.serviceOn?.slice(0, 7),
  })
  const onBatch = (name: string, body: object = {}) =>
    people.clerk(`POST /api/batches/${batch.body.id}/actions/${name}`, body)
  await onBatch('add', { fileIds: [file.id] })
  const sealed = await onBatch('seal')
  expect(sealed.body).toMatchObject({
    status: 'sealed',
    totals: { files: 1, payerShareMinor: vector.expected.totals.payerShareMinor },
  })
  expect((await onBatch('add', { fileIds: [file.id] })).status).toBe(409)
  const exported = await onBatch('export', { format: 'csv' })
  expect(exported.status).toBe(202)
  const job = await finished(people.clerk, exported.body.job)
  expect(job.status).toBe('done')
  const bytes = Buffer.from(await (await fetch(new URL(job.result.url, product.url))).arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.result.sha256)
  expect(readClaims(bytes.toString('utf8'))).toHaveLength(job.result.rows)
  expect(bytes.length).toBe(job.result.bytes)
})
