import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, test } from 'vitest'
import { entryFrom, historyItem, macIn } from '#functions/platform/store/history.ts'
import { historyKey, type Key, recordKey } from '#functions/platform/store/keys.ts'
import { packed, unpacked } from '#functions/platform/store/packing/packed.ts'
import { getItem } from '#functions/platform/store/read.ts'
import type { AuditFinding } from '#functions/system/audit/finding.ts'
import { verifyRecord } from '#functions/system/audit/verifyRecord.ts'
import { newAuditProgress, verifyAudit } from '#functions/system/operations.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { seedEvery } from '#test/functions/platform/records/everyRecord.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let client: DynamoDBDocumentClient
const table = () => process.env.TABLE_NAME

beforeAll(() => {
  client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT }))
})

const put = (item: Record<string, unknown>) => client.send(new PutCommand({ TableName: table(), Item: item }))
const drop = (key: Key) => client.send(new DeleteCommand({ TableName: table(), Key: { ...key } }))
async function all(found: AsyncIterable<AuditFinding>): Promise<AuditFinding[]> {
  const list: AuditFinding[] = []
  for await (const each of found) list.push(each)
  return list
}
const findings = async (id: string) => (await verifyRecord(id)).map(({ what, version }) => `${what} ${version}`)

/** A case that was opened and changed twice. */
async function lived(): Promise<string> {
  const { siteId } = world()
  const patient = await seed(Patient, { ...Patient.example, siteId, memberNumber: randomUUID().slice(0, 20) })
  const { id } = await seed(Case, { ...Case.example, siteId, patientId: patient.id })
  for (const [version, level] of [1, 2].entries())
    await as('officer')(
      `PATCH /api/cases/${id}`,
      { level: 3 - level, summary: `Heard ${level}.` },
      { headers: { 'If-Match': `"${version + 1}"` } },
    )
  expect(await findings(id)).toEqual([])
  return id
}

test('every write of every entity leaves an unbroken chain', async () => {
  await seedEvery(world().siteId, world().userIds.officer, 'a')
  const id = await lived()
  await as('director')(`DELETE /api/cases/${id}`)
  await as('director')(`POST /api/cases/${id}/restore`)
  const count = newAuditProgress()
  expect(await all(verifyAudit(count))).toEqual([])
  expect(count.records).toBeGreaterThan(30)
  // Two changes, a deletion, a restoring, and a case that counts its open promise.
  expect(count.entries).toBe(count.records + 5)
})

test('an entry whose content was changed is found, for its MAC cannot be made again', async () => {
  const id = await lived()
  const item = (await getItem(historyKey(id, 2))) ?? {}
  await put(historyItem({ ...entryFrom(item), actorName: 'Somebody else' }, macIn(item)))
  expect(await findings(id)).toEqual(['forged 2', 'unchained 3'])
})

test('a bit of what is encrypted, turned over, is found, and so is all of it taken away', async () => {
  const id = await lived()
  const { sealed, ...item } = (await getItem(historyKey(id, 2))) ?? {}
  if (!(sealed instanceof Uint8Array)) throw new Error('A new summary is encrypted')
  for (const index of [0, 13, 20, sealed.length - 1]) {
    await put({ ...item, sealed: sealed.map((byte, at) => (at === index ? byte ^ 1 : byte)) })
    expect(await findings(id)).toContain('forged 2')
  }
  await put(item)
  expect(await findings(id)).toContain('forged 2')
})

test('an entry and a record that cannot be read any more are found, and the rest is checked all the same', async () => {
  const [entry, record] = [await lived(), await lived()]
  for (const damage of [new Uint8Array([1, 2, 3]), '{"at":', '{"after":null}', 'null', undefined, 7]) {
    await put({ ...historyKey(entry, 2), ...(damage !== undefined && { entry: damage }) })
    expect(await findings(entry)).toContain('forged 2')
  }
  const item = (await getItem(recordKey(record))) ?? {}
  for (const damage of [{ row: '{' }, { rest: new Uint8Array([1, 2, 3]) }, { rest: '{' }, { row: 'null' }]) {
    await put({ ...item, ...damage })
    expect(await findings(record)).toEqual(['replaced 3'])
  }
  const found = await all(verifyAudit())
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ recordId: entry }),
      expect.objectContaining({ recordId: record }),
    ]),
  )
})

test('a missing entry, a missing newest entry and a record changed without history are found', async () => {
  const [gap, head, replaced] = [await lived(), await lived(), await lived()]
  await drop(historyKey(gap, 2))
  expect(await findings(gap)).toEqual(['gap 3'])
  await drop(historyKey(head, 3))
  expect(await findings(head)).toEqual(['headless 2'])
  const item = await getItem(recordKey(replaced))
  await put({ ...item, rest: packed({ ...Object(unpacked(item?.rest)), summary: 'Nothing happened.' }) })
  expect(await findings(replaced)).toEqual(['replaced 3'])
})

test('a missing record is found by its history', async () => {
  const id = await lived()
  await drop(recordKey(id))
  expect(await all(verifyAudit())).toContainEqual({ recordId: id, version: 3, what: 'orphan' })
})
