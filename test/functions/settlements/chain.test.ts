import { expect, test } from 'vitest'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import vectors from '#test/vectors/settlement.json'
import {
  agreement,
  attach,
  dayFrom,
  documents,
  does,
  fileAt,
  read,
  servedOn,
  step,
  totalsHash,
  vectorLines,
  visit,
} from './scene.ts'

const world = useTable()
const files = 'settlement-files' as const

test('a file goes from the visit to approval through three different people', async () => {
  const terms = await agreement()
  const opened = await as('insurance-clerk')('POST /api/settlement-files', await visit(world(), terms))
  expect(opened.status).toBe(201)
  const year = new Date().getUTCFullYear()
  expect(opened.body).toMatchObject({
    number: `TSW-${year}-000001`,
    stage: 'opened',
    fileVersion: 1,
    openedBy: world().userIds['insurance-clerk'],
    payerId: terms.payerId,
    class: 'B',
    dueBy: dayFrom(42),
  })
  const { id } = opened.body
  await does('insurance-clerk', id, 'request-record')
  await attach(id)
  await does('insurance-clerk', id, 'receive-record', { documents: [] })
  const estimated = await does('accountant', id, 'estimate', { lines: vectorLines })
  expect(estimated.totals).toEqual(vectors.pricing[0]?.expected.totals)
  expect(estimated).toMatchObject({ stage: 'estimated', grossMinor: 260_331, payerShareMinor: 176_098 })
  expect(estimated.totalsHash).toMatch(/^[0-9a-f]{64}$/)
  await does('accounts-supervisor', id, 'verify', { totalsHash: estimated.totalsHash })
  const approved = await does('services-manager', id, 'approve')
  expect(approved).toMatchObject({ stage: 'approved', holderId: world().userIds['services-manager'] })
})

test('a file of parties that do not belong together is not opened', async () => {
  const terms = await agreement()
  const other = await agreement()
  const open = async (body: Record<string, unknown>) =>
    (await as('insurance-clerk')('POST /api/settlement-files', body)).body.rule
  const good = await visit(world(), terms)
  const { coverageId } = await visit(world(), terms)
  expect(await open({ ...good, coverageId })).toBe('OTHER_PATIENT')
  expect(await open({ ...good, contractId: other.contractId })).toBe('OTHER_PAYER')
  const lapsed = { effectiveTo: dayFrom(-10) }
  expect(await open(await visit(world(), terms, { coverage: lapsed }))).toBe('COVERAGE_INACTIVE')
  expect(await open(await visit(world(), await agreement({ validTo: dayFrom(-10) })))).toBe('CONTRACT_NOT_VALID')
  const elsewhere = await agreement({ siteIds: [world().foreignSiteId] })
  expect(await open(await visit(world(), elsewhere))).toBe('OTHER_SITE')
})

test('a visit has one file per membership, and a new one after that file is void', async () => {
  const body = await visit(world(), await agreement())
  const { id } = await fileAt('opened', body)
  expect((await as('insurance-clerk')('POST /api/settlement-files', body)).status).toBe(422)
  await does('accounts-supervisor', id, 'void', { reason: 'Opened twice' })
  await does('services-manager', id, 'void', { reason: 'Opened twice' })
  expect((await as('insurance-clerk')('POST /api/settlement-files', body)).status).toBe(201)
})

test('no step is taken out of order', async () => {
  const { id } = await fileAt('opened', await visit(world(), await agreement()))
  const rules = await Promise.all([
    step('insurance-clerk', files, id, 'receive-record', { documents: [] }),
    step('accountant', files, id, 'estimate', { lines: vectorLines }),
    step('accounts-supervisor', files, id, 'verify', { totalsHash: 'x' }),
    step('services-manager', files, id, 'approve'),
    step('services-manager', files, id, 'return', { reason: 'No' }),
  ])
  expect(rules.map(({ status, body }) => [status, body.rule])).toEqual(rules.map(() => [409, 'STATE']))
})

test('each step is for its own role', async () => {
  const { id } = await fileAt('estimated', await visit(world(), await agreement()))
  const hash = await totalsHash(id)
  expect((await step('accountant', files, id, 'verify', { totalsHash: hash })).body.rule).toBe('ROLE')
  expect((await step('admin', files, id, 'approve')).body.rule).toBe('ROLE')
  expect((await step('auditor', files, id, 'estimate', { lines: vectorLines })).body.rule).toBe('ROLE')
})

test('a file without its report or its invoice does not continue', async () => {
  const { id } = await fileAt('opened', await visit(world(), await agreement()))
  await does('insurance-clerk', id, 'request-record')
  const without = await step('insurance-clerk', files, id, 'receive-record', { documents: [] })
  expect(without.body.rule).toBe('REPORT_MISSING')
  const [report] = documents
  await attach(id, [report ?? {}])
  await does('insurance-clerk', id, 'receive-record', { documents: [] })
  const { totalsHash: hash } = await does('accountant', id, 'estimate', { lines: vectorLines })
  const incomplete = await step('accounts-supervisor', files, id, 'verify', { totalsHash: hash })
  expect(incomplete.body).toMatchObject({ rule: 'DOCUMENTS_MISSING', message: expect.stringContaining('invoice') })
})

test('a service with prior approval in the contract needs the approval among the documents', async () => {
  const classRules = [{ class: 'B', covered: true, requiresApproval: 'above', approvalThresholdMinor: 100_000 }]
  const { id } = await fileAt('estimated', await visit(world(), await agreement({ classRules })))
  const verify = async () => step('accounts-supervisor', files, id, 'verify', { totalsHash: await totalsHash(id) })
  expect((await verify()).body.rule).toBe('DOCUMENTS_MISSING')
  const approval = { kind: 'approval', file: 'approval.pdf', sha256: 'c'.repeat(64) }
  await attach(id, [approval])
  expect((await verify()).body.stage).toBe('verified')
})

test('amounts that changed after the verifier read them are not verified', async () => {
  const { id, totalsHash: seen } = await fileAt('estimated', await visit(world(), await agreement()))
  await does('accountant', id, 'estimate', { lines: vectorLines.slice(0, 2) })
  const stale = await step('accounts-supervisor', files, id, 'verify', { totalsHash: seen })
  expect(stale.body.rule).toBe('TOTALS_CHANGED')
})

test('a change of money clears verification and approval, and equal money has the same hash', async () => {
  const before = await fileAt('approved', await visit(world(), await agreement()))
  const again = await does('accountant', before.id, 'estimate', { lines: [...vectorLines].reverse() })
  expect(again).toMatchObject({ stage: 'estimated', totalsHash: before.totalsHash })
  expect([again.verifiedBy, again.approvedBy, again.verifiedAt, again.approvedAt]).toEqual(Array(4).fill(undefined))
})

test('a returned file is estimated again and keeps the reason until then', async () => {
  const { id } = await fileAt('approved', await visit(world(), await agreement()))
  const returned = await does('services-manager', id, 'return', { reason: 'Line 2 was not done' })
  expect(returned).toMatchObject({ stage: 'returned', returnReason: 'Line 2 was not done' })
  expect(returned.verifiedBy ?? returned.approvedBy).toBeUndefined()
  const again = await does('accountant', id, 'estimate', { lines: vectorLines.slice(0, 1) })
  expect(again).toMatchObject({ stage: 'estimated', grossMinor: 25_000 })
  expect(again.returnReason).toBeUndefined()
})

test('an approval after the submission limit needs a reason', async () => {
  const late = { encounter: { serviceOn: dayFrom(-60) } }
  const lines = vectorLines.map((line) => ({ ...line, serviceOn: dayFrom(-60) }))
  const { id } = await fileAt('verified', await visit(world(), await agreement(), late), lines)
  expect((await step('services-manager', files, id, 'approve')).body.rule).toBe('SUBMISSION_LATE')
  const overrideReason = 'The payer extended the limit in writing'
  expect(await does('services-manager', id, 'approve', { overrideReason })).toMatchObject({ overrideReason })
})

test('a claim that the payer would reject needs a reason or a correction', async () => {
  const { id } = await fileAt('record-received', await visit(world(), await agreement()))
  const lines = vectorLines.map((line) => ({ ...line, serviceOn: dayFrom(-1) }))
  const edited = await step('accountant', files, id, 'estimate', { lines })
  expect(edited.body.rule).toBe('EDITS_FAILED')
  const editReason = 'The laboratory finished on the next day'
  expect(await does('accountant', id, 'estimate', { lines, editReason })).toMatchObject({ editReason })
  const twice = vectorLines.map((line) => ({ ...line, lineNo: 1 }))
  expect((await step('accountant', files, id, 'estimate', { lines: twice })).body.rule).toBe('LINES_INVALID')
  const barred = vectorLines.map((line) => ({ ...line, serviceCode: 'A|B' }))
  expect((await step('accountant', files, id, 'estimate', { lines: barred })).status).toBe(422)
})

test('a verified file is not edited, and a priced one keeps its parties', async () => {
  const body = await visit(world(), await agreement())
  const other = await visit(world(), await agreement())
  const { id } = await fileAt('estimated', body)
  const patch = async (changes: Record<string, unknown>) => {
    const { version } = await read(id)
    return as('accountant')(`PATCH /api/settlement-files/${id}`, { ...changes, version })
  }
  expect((await patch({ coverageId: other.coverageId })).body.rule).toBe('FILE_PRICED')
  expect((await patch({ physician: 'Dr. Omar Khalil' })).status).toBe(200)
  await does('accounts-supervisor', id, 'verify', { totalsHash: await totalsHash(id) })
  expect((await patch({ physician: 'Dr. Lina Aziz' })).body.rule).toBe('FILE_VERIFIED')
  expect((await patch({ documents: (await read(id)).documents })).status).toBe(200)
  expect((await patch({ stage: 'approved' })).status).toBe(422)
})

test('the used part of the annual limit enters the estimate', async () => {
  const used = { used: { deductibleMinor: 10_000 } }
  const { totals } = await fileAt('estimated', await visit(world(), await agreement(), { coverage: used }))
  expect(totals.deductibleMinor).toBe(0)
})

test('numbers are gapless when twenty files are opened at once', async () => {
  const terms = await agreement()
  const bodies = await Promise.all(Array.from({ length: 20 }, () => visit(world(), terms)))
  const answers = await Promise.all(bodies.map((body) => as('insurance-clerk')('POST /api/settlement-files', body)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  const numbers = answers.map(({ body }) => Number(body.number.slice(-6))).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})

test('a file of another site is not found', async () => {
  const { id } = await seed(SettlementFile, await visit(world(), await agreement()))
  expect((await as('foreign-clerk')(`GET /api/settlement-files/${id}`)).status).toBe(404)
  expect((await step('foreign-clerk', files, id, 'request-record')).status).toBe(404)
  expect(servedOn < dayFrom(0)).toBe(true)
})
