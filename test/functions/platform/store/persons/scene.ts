import { contextFor, product } from '#functions/platform/http/context.ts'
import { newId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { historyKey, keyItemKey } from '#functions/platform/store/keys.ts'
import { unpackedText } from '#functions/platform/store/packing/packed.ts'
import { type OpenEntry, openItems } from '#functions/platform/store/persons/openHistory.ts'
import { getItem, wholePartition } from '#functions/platform/store/read.ts'
import { everyKey } from '#functions/platform/store/scan.ts'
import type { TransactionStep } from '#functions/platform/store/steps.ts'
import { verifyRecord } from '#functions/system/audit/verifyRecord.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { personalFieldsOf } from '#shared/declaration/subject.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'

/** Names of the resources whose records hold what tells of a person. */
export const personalResources: readonly string[] = entities.flatMap(({ subject, resource }) =>
  subject ? [resource] : [],
)

/** The context of the product now. */
export const now = () => contextFor(product, 'event', new Date().toISOString(), 'test')

/** A new id of a person, for whom there is no key yet. */
export const newPerson = (): string => newId(Patient, new Date().toISOString())

/** A new record about a person, as nothing but the store checks it. */
export function newRecord(entity: Entity, subjectId: string, values: RecordValues): Change {
  const subject = entity.subject === 'id' ? {} : { [entity.subject ?? '']: subjectId }
  const id = newId(entity, new Date().toISOString())
  return { entity, after: { ...values, ...subject, id, version: 0 }, action: 'create' }
}

/** A change of a stored record, with or without a reason. */
export const changed = (entity: Entity, before: StoredRecord, values: RecordValues, reason?: string): Change => ({
  ...{ entity, before, after: { ...before.record, ...values }, action: 'update' },
  ...(reason !== undefined && { reason }),
})

/** Writes one change. */
export async function write(change: Change): Promise<StoredRecord> {
  const [stored] = await save(now(), [change])
  if (!stored) throw new Error('Nothing was written')
  return stored
}

/** Runs steps on keys as the product does, which then knows of them at once. */
export const onKeys = (...steps: TransactionStep[]) => save(now(), [], steps)

/** The history of a record as people read it, oldest first. */
export const historyOf = async (id: string): Promise<OpenEntry[]> =>
  openItems(await all(wholePartition(historyKey(id, 0).pk)))

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const each of found) list.push(each)
  return list
}

/** What is wrong with the history of a record. */
export const findingsOf = async (id: string): Promise<string[]> =>
  (await verifyRecord(id)).map(({ what, version }) => `${what} ${version}`)

/** Personal fields of an entity whose words a test can look for. */
export const personalNames = (entity: Entity): string[] => [...personalFieldsOf(entity)]

/** Everything in the items of history, as text: bytes as they are, and what is packed as it reads. */
export async function historyText(): Promise<string> {
  const texts: string[] = []
  for await (const key of everyKey())
    if (key.pk.startsWith(historyKey('', 0).pk)) texts.push(...textsIn(await getItem(key)))
  return texts.join('\n')
}

function textsIn(value: unknown): string[] {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString(), unpackedOrNothing(value)]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return [String(value)]
}

function unpackedOrNothing(bytes: Uint8Array): string {
  try {
    return unpackedText(bytes) ?? ''
  } catch {
    return ''
  }
}

/** The item of a person's key. */
export const keyItem = (subjectId: string) => getItem(keyItemKey(subjectId), { consistent: true })
