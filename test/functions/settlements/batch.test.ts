import { expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { runJobs } from '#functions/lambdas/jobs.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import vectors from '#test/vectors/settlement.json'
import {
  agreement,
  approvedFiles,
  consultation,
  does,
  fileAt,
  month,
  openBatch,
  read,
  step,
  vectorLines,
  visit,
} from './scene.ts'

const world = useTable()
const clerk = 'insurance-clerk' as const

async function sealedBatch(terms: Awaited<ReturnType<typeof agreement>>, count = 1) {
  const fileIds = await approvedFiles(world(), count, terms)
  const id = await openBatch(world(), terms)
  await step(clerk, 'batches', id, 'add', { fileIds })
  await step(clerk, 'batches', id, 'seal')
  return { id, fileIds }
}

const delivery = { channel: 'portal', outcome: 'delivered', receiptNo: 'R-1' }

test('the batch vector is sealed with its control totals and checksum', async () => {
  const terms = await agreement()
  const first = await fileAt('approved', await visit(world(), terms), vectorLines, 'TSW-2026-000101')
  const second = await visit(world(), terms, { class: 'A' })
  const { id: other } = await fileAt('approved', second, consultation, 'TSW-2026-000102')
  const id = await openBatch(world(), terms)
  const open = await step(clerk, 'batches', id, 'add', { fileIds: [first.id, other] })
  expect(open.body).toMatchObject({ fileCount: 2, payerShareMinor: 189_598 })
  const sealed = await step(clerk, 'batches', id, 'seal')
  expect(sealed.body).toMatchObject({
    status: 'sealed',
    sha256: vectors.batch.sha256,
    totals: { ...vectors.batch.totals, taxMinor: 0 },
    approverIds: [world().userIds['services-manager']],
  })
  expect(await read(first.id)).toMatchObject({ stage: 'batched', batchId: id })
})

test('numbers are gapless per site, payer and month, also for batches opened at the same time', async () => {
  const terms = await agreement()
  const ids = await Promise.all(Array.from({ length: 6 }, () => openBatch(world(), terms)))
  const numbers = (await Promise.all(ids.map(async (id) => (await read(id)).number))).sort()
  const [head = ''] = numbers
  expect(head).toMatch(new RegExp(`^B-PALM-P\\d+-${month}-0001$`))
  expect(numbers).toEqual(numbers.map((_, index) => head.replace('0001', `000${index + 1}`)))
  const next = { siteId: world().siteId, payerId: terms.payerId, careType: 'out', month: '2027-01' }
  expect((await as(clerk)('POST /api/batches', next)).body.number).toMatch(/2027-01-0001$/)
  expect((await as(clerk)('POST /api/batches', { ...next, month: '2027-13' })).status).toBe(422)
})

test('a file that does not fit is refused with its reason, and nothing is added', async () => {
  const terms = await agreement()
  const [good = ''] = await approvedFiles(world(), 1, terms)
  const verified = await fileAt('verified', await visit(world(), terms))
  const [foreign = ''] = await approvedFiles(world(), 1, await agreement())
  const inpatient = await visit(world(), terms, { encounter: { careType: 'in' } })
  const bedded = await fileAt('approved', inpatient)
  const unpaid = await fileAt('approved', await visit(world(), terms), vectorLines.slice(4))
  const id = await openBatch(world(), terms)
  const fileIds = [good, verified.id, foreign, bedded.id, unpaid.id]
  const refused = await step(clerk, 'batches', id, 'add', { fileIds })
  expect([refused.status, refused.body.rule]).toEqual([409, 'FILES_UNFIT'])
  const reasons = refused.body.parameters.reasons.map(({ message }: { message: string }) => message)
  expect(reasons).toEqual([
    `${verified.number}: It is “verified”; only an approved file goes into a batch.`,
    `${(await read(foreign)).number}: It is for another payer.`,
    `${bedded.number}: It is of another kind of care.`,
    `${unpaid.number}: The payer owes nothing on it.`,
  ])
  expect(await read(good)).toMatchObject({ stage: 'approved' })
})

test('a batch takes as many files as the contract allows', async () => {
  const terms = await agreement({ maxBatchFiles: 2 })
  const fileIds = await approvedFiles(world(), 3, terms)
  const id = await openBatch(world(), terms)
  expect((await step(clerk, 'batches', id, 'add', { fileIds })).body.rule).toBe('BATCH_FULL')
  expect((await step(clerk, 'batches', id, 'add', { fileIds: fileIds.slice(1) })).body.fileCount).toBe(2)
  expect((await step(clerk, 'batches', id, 'add', { fileIds: fileIds.slice(1) })).body.fileCount).toBe(2)
})

test('more files than one transaction takes are added, removed and delivered together', async () => {
  const terms = await agreement()
  const fileIds = await approvedFiles(world(), 45, terms)
  const id = await openBatch(world(), terms)
  const added = await step(clerk, 'batches', id, 'add', { fileIds })
  expect(added.body).toMatchObject({ fileCount: 45, payerShareMinor: 45 * 13_500 })
  const removed = await step(clerk, 'batches', id, 'remove', { fileIds: fileIds.slice(0, 30) })
  expect(removed.body).toMatchObject({ fileCount: 15, payerShareMinor: 15 * 13_500 })
  expect(await read(fileIds[0] ?? '')).toMatchObject({ stage: 'approved' })
  await step(clerk, 'batches', id, 'seal')
  expect((await step('delegate', 'batches', id, 'deliver', delivery)).status).toBe(200)
  await sweep()
  const stages = await Promise.all(fileIds.slice(30).map(async (file) => (await read(file)).stage))
  expect(new Set(stages)).toEqual(new Set(['delivered']))
})

test('one of two batches that add the same file at the same time gets it', async () => {
  const terms = await agreement()
  const fileIds = await approvedFiles(world(), 1, terms)
  const batches = await Promise.all([openBatch(world(), terms), openBatch(world(), terms)])
  const answers = await Promise.all(batches.map((id) => step(clerk, 'batches', id, 'add', { fileIds })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const loser = answers.find(({ status }) => status === 409)
  expect(loser?.body.message).toMatch(/It is already in another batch/)
  const counts = await Promise.all(batches.map(async (id) => (await read(id)).fileCount))
  expect(counts.sort()).toEqual([0, 1])
})

test('a batch has all files that several people add at the same time', async () => {
  const terms = await agreement()
  const fileIds = await approvedFiles(world(), 6, terms)
  const id = await openBatch(world(), terms)
  const answers = await Promise.all(fileIds.map((file) => step(clerk, 'batches', id, 'add', { fileIds: [file] })))
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect((await read(id)).fileIds.sort()).toEqual([...fileIds].sort())
})

test('an empty batch is not sealed, and a sealed one is never changed', async () => {
  const terms = await agreement()
  const empty = await openBatch(world(), terms)
  expect((await step(clerk, 'batches', empty, 'seal')).body.rule).toBe('BATCH_EMPTY')
  const { id, fileIds } = await sealedBatch(terms)
  const before = await read(id)
  const more = await approvedFiles(world(), 1, terms)
  const answers = [
    await step(clerk, 'batches', id, 'add', { fileIds: more }),
    await step(clerk, 'batches', id, 'remove', { fileIds }),
    await step(clerk, 'batches', id, 'seal'),
  ]
  expect(answers.map(({ body }) => body.rule)).toEqual(['STATE', 'STATE', 'STATE'])
  expect(
    (await step('accountant', 'settlement-files', fileIds[0] ?? '', 'estimate', { lines: consultation })).body.rule,
  ).toBe('STATE')
  expect(await read(id)).toEqual(before)
})

test('many batches are delivered in bulk, each with its files; files go in and out of one batch at a time', async () => {
  const batches = [await sealedBatch(await agreement()), await sealedBatch(await agreement())]
  const ids = batches.map(({ id }) => id)
  expect((await as('delegate')('POST /api/batches/bulk', { ids, action: 'deliver', body: delivery })).status).toBe(202)
  await runJobs()
  await sweep()
  for (const { id, fileIds } of batches)
    expect([(await read(id)).status, (await read(fileIds[0] ?? '')).stage]).toEqual(['delivered', 'delivered'])
  const add = { ids, action: 'add', body: { fileIds: batches[0]?.fileIds } }
  expect((await as(clerk)('POST /api/batches/bulk', add)).body.rule).toBe('NO_BULK_STEP')
})

test('a failed delivery adds an attempt, a successful one also delivers the files', async () => {
  const { id, fileIds } = await sealedBatch(await agreement())
  const deliver = (body: unknown) => step('delegate', 'batches', id, 'deliver', body)
  const failed = await deliver({ channel: 'courier', outcome: 'failed' })
  expect(failed.body).toMatchObject({ status: 'sealed', attempts: [{ outcome: 'failed', channel: 'courier' }] })
  expect((await deliver({ channel: 'portal', outcome: 'delivered' })).body.rule).toBe('RECEIPT_NEEDED')
  const delivered = await deliver(delivery)
  expect(delivered.body).toMatchObject({ status: 'delivered', deliveredBy: world().userIds.delegate })
  expect(delivered.body.attempts).toHaveLength(2)
  await sweep()
  expect(await read(fileIds[0] ?? '')).toMatchObject({ stage: 'delivered', deliveredBy: world().userIds.delegate })
  expect((await deliver(delivery)).body.rule).toBe('STATE')
  await step('delegate', 'batches', id, 'acknowledge', { reference: 'ACK-7' })
  expect(await read(id)).toMatchObject({ status: 'acknowledged', reference: 'ACK-7' })
  await sweep()
  expect((await read(fileIds[0] ?? '')).stage).toBe('acknowledged')
})

test('nobody moves a file by itself, and no step of a batch moves one ahead of it', async () => {
  const { id, fileIds } = await sealedBatch(await agreement())
  const [file = ''] = fileIds
  for (const name of ['batch', 'unbatch', 'deliver', 'acknowledge'])
    expect((await step('everyone', 'settlement-files', file, name, { batchId: id })).status).toBe(404)
  const stored = await getRecord(SettlementFile, file, { consistent: true })
  const context = contextFor(product, 'event', new Date().toISOString(), 'too early')
  const early = { name: 'deliver', values: {}, isConsequence: true } as const
  await expect(stored && planStep(context, SettlementFile, stored, early)).rejects.toThrow('batch')
})

test('the person who approved a file does not deliver its batch', async () => {
  const terms = await agreement()
  const { id: file } = await fileAt('verified', await visit(world(), terms))
  await does('everyone', file, 'approve')
  const id = await openBatch(world(), terms)
  await step(clerk, 'batches', id, 'add', { fileIds: [file] })
  await step(clerk, 'batches', id, 'seal')
  const own = await step('everyone', 'batches', id, 'deliver', delivery)
  expect([own.status, own.body.rule]).toEqual([403, 'FOUR_EYES'])
  expect((await step('delegate', 'batches', id, 'deliver', delivery)).status).toBe(200)
})

test('two persons void a sealed batch; its files are approved and go into another one', async () => {
  const terms = await agreement()
  const { id, fileIds } = await sealedBatch(terms)
  const { number } = await read(id)
  const reason = { reason: 'The wrong month' }
  expect((await step('services-manager', 'batches', id, 'void', reason)).body.status).toBe('sealed')
  expect((await step('services-manager', 'batches', id, 'void', reason)).body.rule).toBe('FOUR_EYES')
  expect((await step('accounts-supervisor', 'batches', id, 'void', reason)).body.status).toBe('voided')
  await sweep()
  const file = await read(fileIds[0] ?? '')
  expect([file.stage, file.batchId]).toEqual(['approved', undefined])
  const next = await openBatch(world(), terms)
  expect((await step(clerk, 'batches', next, 'add', { fileIds })).body.fileCount).toBe(1)
  expect((await read(next)).number > number).toBe(true)
  const late = await sealedBatch(terms)
  await step('delegate', 'batches', late.id, 'deliver', delivery)
  expect((await step('services-manager', 'batches', late.id, 'void', reason)).body.rule).toBe('STATE')
})

test('a caller with an old version or from another site changes nothing', async () => {
  const terms = await agreement()
  const id = await openBatch(world(), terms)
  const fileIds = await approvedFiles(world(), 1, terms)
  await step(clerk, 'batches', id, 'add', { fileIds })
  const stale = await as(clerk)(`POST /api/batches/${id}/actions/seal`, {}, { headers: { 'If-Match': '"1"' } })
  expect(stale.status).toBe(412)
  expect((await step('foreign-clerk', 'batches', id, 'remove', { fileIds })).status).toBe(404)
})
