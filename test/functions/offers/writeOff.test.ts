import { beforeAll, describe, expect, test } from 'vitest'
import { getChildren } from '#functions/platform/store/read.ts'
import { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type AgreementScene, agreement, dayFrom, visit } from '#test/functions/settlements/scene.ts'
import { as } from '#test/support/call.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { ask, caseOf, draft, fileNow, judgedCase, offerNow, putLimits, take } from './scene.ts'

const world = useTable()
let terms: AgreementScene
beforeAll(async () => {
  await putLimits(world())
  terms = await agreement()
})

/** A file of 600.00 SAR that was delivered to its payer, and a case about it. */
async function deliveredFile(facts: object = { faultClass: 'own-fault' }): Promise<[fileId: string, caseId: string]> {
  const body = await visit(world(), terms)
  const file = await seed(SettlementFile, body, { stage: 'delivered', totals: { netMinor: 60_000 } })
  const { patientId } = await fileNow(file.id)
  return [file.id, await judgedCase(world(), { patientId, settlementFileId: file.id }, facts)]
}

const answer = {
  payerAnswer: 'denied-final',
  payerAnsweredOn: dayFrom(-1),
  payerReference: 'D-7',
  payerPaidMinor: 20_000,
}
const payerAnswers = (fileId: string, values: object = {}, person: Person = 'accountant') =>
  as(person)(`POST /api/settlement-files/${fileId}/actions/record-payer-answer`, { ...answer, ...values })

const writeOff = (amountMinor: number, values: object = {}) => ({
  ...{ remedy: 'write-off', amountMinor, payerContractCheck: 'allowed', writeOffReason: 'payer-final-denial' },
  ...values,
})

/** A write-off that the patient was told of and took, so that it has only to be carried out. */
async function acceptedWriteOff(caseId: string, amountMinor: number, values: object = {}): Promise<string> {
  const [id] = await ask('officer', caseId, writeOff(amountMinor, values))
  await take('unit-manager', id, 'approve')
  await take('officer', id, 'make', { madeHow: 'By phone' })
  await take('officer', id, 'accept')
  return id
}

const entriesOf = async (fileId: string) =>
  (await getChildren(LedgerEntry, fileId)).map(({ record: { kind, amountMinor, offerId, postedBy } }) => ({
    ...{ kind, amountMinor, offerId, postedBy },
  }))

test('nothing is written off before the payer’s final answer, and the answer is the accounts’ alone', async () => {
  const [fileId, caseId] = await deliveredFile()
  expect((await ask('officer', caseId, writeOff(10_000)))[1]).toBe('PAYER_ANSWER_FIRST')
  expect((await payerAnswers(fileId, {}, 'officer')).body.rule).toBe('ROLE')
  expect((await payerAnswers(fileId)).body).toMatchObject({ stage: 'adjudicated', payerAnswer: 'denied-final' })
  expect((await ask('officer', caseId, writeOff(10_000)))[1]).toBe('pending-approval')
})

test.each([
  [{ payerAnsweredOn: dayFrom(2) }, 'PAYER_ANSWER_DAY'],
  [{ payerPaidMinor: 60_001 }, 'PAYER_PAID_BEYOND'],
  [{ payerPaidMinor: -1 }, 'PAYER_PAID_BEYOND'],
  [{ payerAnswer: 'paid', payerPaidMinor: 0 }, 'PAYER_PAID_NOTHING'],
])('an answer of the payer with %o: %s', async (values, rule) => {
  const [fileId] = await deliveredFile()
  expect((await payerAnswers(fileId, values)).body.rule).toBe(rule)
})

describe('what a write-off needs', () => {
  test.each([
    [{ payerContractCheck: undefined }, 'CONTRACT_CHECK_NEEDED'],
    [{ payerContractCheck: 'unknown' }, 'CONTRACT_CHECK_NEEDED'],
    [{ payerContractCheck: 'forbidden' }, 'CONTRACT_FORBIDS'],
    [{ writeOffReason: undefined }, 'WRITE_OFF_REASON'],
    [{ amountMinor: 40_001 }, 'BEYOND_BALANCE'],
  ])('%o: %s', async (values, rule) => {
    const [fileId, caseId] = await deliveredFile()
    await payerAnswers(fileId)
    expect((await ask('officer', caseId, writeOff(10_000, values)))[1]).toBe(rule)
  })

  test('the liability insurer is told first where treatment is at fault', async () => {
    const [fileId, caseId] = await deliveredFile({ faultClass: 'own-fault', cause: 'clinical' })
    await payerAnswers(fileId)
    const told = (liabilityInsurerNotifiedAt: string) => writeOff(10_000, { liabilityInsurerNotifiedAt })
    expect((await ask('officer', caseId, writeOff(10_000)))[1]).toBe('INSURER_FIRST')
    expect((await ask('officer', caseId, told('2036-01-01T00:00:00.000Z')))[1]).toBe('INSURER_LATER')
    expect((await ask('officer', caseId, told('2026-01-01T00:00:00.000Z')))[1]).toBe('pending-approval')
  })

  test('a second person, even for the smallest amount of a director', async () => {
    const [fileId, caseId] = await deliveredFile()
    await payerAnswers(fileId)
    const [id, state] = await ask('director', caseId, writeOff(1))
    expect([state, await take('director', id, 'approve')]).toEqual(['pending-approval', 'OWN_OFFER'])
  })

  test('how the payer was refunded, where the contract asks for that first', async () => {
    const [fileId, caseId] = await deliveredFile()
    await payerAnswers(fileId)
    const id = await acceptedWriteOff(caseId, 10_000, { payerContractCheck: 'refund-payer-first' })
    expect(await take('officer', id, 'fulfil')).toBe('REFUND_PAYER_FIRST')
    expect(await take('officer', id, 'fulfil', { evidence: 'Refund R-12' })).toBe('fulfilled')
  })
})

test('carried out, it is one entry of the ledger, however often and by how many at once', {
  timeout: 60_000,
}, async () => {
  const [fileId, caseId] = await deliveredFile()
  await payerAnswers(fileId)
  const id = await acceptedWriteOff(caseId, 30_000)
  const times = Array.from({ length: 4 }, () => take('officer', id, 'fulfil'))
  const answers = await Promise.all(times)
  expect(answers).toContain('fulfilled')
  expect(await take('officer', id, 'fulfil')).toBe('STATE')
  expect(await entriesOf(fileId)).toEqual([
    { kind: 'write-off', amountMinor: 30_000, offerId: id, postedBy: world().userIds.officer },
  ])
  expect((await fileNow(fileId)).writtenOffMinor).toBe(30_000)
})

test('two at once, of two cases, never go beyond what is open', { timeout: 60_000 }, async () => {
  const [fileId, caseId] = await deliveredFile()
  await payerAnswers(fileId)
  const { patientId } = await caseOf(caseId)
  const another = await judgedCase(world(), { patientId, settlementFileId: fileId })
  const ids = [await acceptedWriteOff(caseId, 25_000), await acceptedWriteOff(another, 25_000)]
  const answers = await Promise.all(ids.map((id) => take('officer', id, 'fulfil')))
  expect(answers.filter((answer) => answer === 'fulfilled')).toHaveLength(1)
  expect(await entriesOf(fileId)).toHaveLength(1)
  expect((await fileNow(fileId)).writtenOffMinor).toBe(25_000)
  expect((await payerAnswers(fileId, { payerPaidMinor: 35_001 })).body.rule).toBe('PAYER_PAID_BEYOND')
})

test('what is promised to be written off is not promised again', async () => {
  const [fileId, caseId] = await deliveredFile()
  await payerAnswers(fileId)
  await acceptedWriteOff(caseId, 25_000)
  expect((await ask('officer', caseId, writeOff(15_001)))[1]).toBe('BEYOND_BALANCE')
  expect((await ask('officer', caseId, writeOff(15_000)))[1]).toBe('pending-approval')
})

test('nobody writes an entry of the ledger by hand', async () => {
  const [fileId] = await deliveredFile()
  const body = { fileId, kind: 'write-off', amountMinor: 1, currency: 'SAR' }
  expect((await as('everyone')('POST /api/ledger-entries', body)).status).toBe(405)
  const step = {
    amountMinor: 1,
    currency: 'SAR',
    offerId: await draft('officer', await judgedCase(world()), writeOff(1)),
  }
  expect((await as('everyone')(`POST /api/settlement-files/${fileId}/actions/write-off`, step)).status).toBe(404)
})

test('a patient who pays alone has no file, and nothing is posted', async () => {
  const id = await acceptedWriteOff(await judgedCase(world()), 30_000, { writeOffReason: 'goodwill' })
  expect(await take('officer', id, 'fulfil')).toBe('fulfilled')
  expect((await offerNow(id)).fulfilledBy).toBe(world().userIds.officer)
})
