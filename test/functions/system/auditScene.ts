import { randomUUID } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { anchorFolder } from '#functions/platform/store/audit/anchorFiles.ts'
import { childPartition, historyKey, recordKey } from '#functions/platform/store/keys.ts'
import { findingText, verifyAudit } from '#functions/system/operations.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'

/** An item as it lies in the table. */
export type RawItem = Record<string, unknown>

let opened: DynamoDBDocumentClient | undefined

function client(): DynamoDBDocumentClient {
  opened ??= DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT }))
  return opened
}

const table = () => process.env.TABLE_NAME

/** Writes an item past every function of the product, as somebody does who can write the table. */
export const put = (item: RawItem) => client().send(new PutCommand({ TableName: table(), Item: item }))

/** Removes an item past every function of the product. */
export const drop = ({ pk, sk }: RawItem) => client().send(new DeleteCommand({ TableName: table(), Key: { pk, sk } }))

/** Every item of the table, oldest entry of a history first. */
export async function allItems(): Promise<RawItem[]> {
  const items: RawItem[] = []
  let ExclusiveStartKey: RawItem | undefined
  do {
    const page: { Items?: RawItem[]; LastEvaluatedKey?: RawItem } = await client().send(
      new ScanCommand({ TableName: table(), ConsistentRead: true, ExclusiveStartKey }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
}

/** Everything in the table that belongs to a record: itself, its history, its unique values, its children, its events. */
export const itemsOf = async (id: string): Promise<RawItem[]> =>
  (await allItems()).filter((item) => {
    const { pk, sk, id: named } = item
    const isIts = [recordKey(id).pk, historyKey(id, 0).pk, childPartition('cases', id)].includes(String(pk))
    return isIts || sk === id || named === id || String(sk).includes(`#${id}#`)
  })

/** The history of a record as it lies in the table. */
export const historyOf = async (id: string): Promise<RawItem[]> =>
  (await itemsOf(id)).filter(({ pk }) => pk === historyKey(id, 0).pk)

/** A case that was opened and changed some times. */
export async function livedCase(siteId: string, changes = 2): Promise<string> {
  const patient = await seed(Patient, { ...Patient.example, siteId, memberNumber: randomUUID().slice(0, 20) })
  const { id } = await seed(Case, { ...Case.example, siteId, patientId: patient.id })
  for (let version = 1; version <= changes; version++) await change(id, version)
  return id
}

/** One more change of a case. */
export async function change(id: string, version: number): Promise<void> {
  const body = { level: 1 + (version % 2), summary: `Heard ${version}.` }
  const { status, text } = await as('officer')(`PATCH /api/cases/${id}`, body, {
    headers: { 'If-Match': `"${version}"` },
  })
  if (status !== 200) throw new Error(text)
}

/** What `npm run verify-audit` finds. */
export async function found(): Promise<string[]> {
  const lines: string[] = []
  for await (const finding of verifyAudit()) lines.push(findingText(finding))
  return lines.sort()
}

const folder = () => anchorFolder(process.env.AUDIT_FOLDER ?? '')

/** The anchors of the table: their files by name, the oldest first. */
export const anchorNames = (): string[] => readdirSync(folder()).sort()

export const readAnchor = (name: string): Buffer => readFileSync(join(folder(), name))

/** Writes an anchor as its owner could at home, over the one there is; without bytes it is removed. */
export function putAnchor(name: string, bytes: Uint8Array | undefined): void {
  rmSync(join(folder(), name), { force: true })
  if (!bytes) return
  writeFileSync(join(folder(), name), bytes)
  chmodSync(join(folder(), name), 0o400)
}
