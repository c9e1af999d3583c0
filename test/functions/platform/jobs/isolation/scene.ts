import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { save } from '#functions/platform/records/save.ts'
import { store } from '#functions/platform/store/client.ts'
import { type Key, recordKey } from '#functions/platform/store/keys.ts'
import { getAnyRecord, getItem, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Site } from '#shared/entities/site.ts'
import { seed } from '#test/support/people.ts'

/** Undoes what was spoilt. */
export type Mend = () => Promise<unknown>

/** Puts an item into the table as it is, past every function of the product. */
export const putItem = (Item: RecordValues) =>
  store().send(new PutCommand({ TableName: process.env.TABLE_NAME, Item: { ...Item } }))

async function itemOf(key: Key): Promise<RecordValues> {
  const item = await getItem(key, { consistent: true })
  if (!item) throw new Error(`Nothing is kept under ${key.pk}`)
  return item
}

/** Spoils the bytes of a record, past every function of the product. */
export async function damage(id: string): Promise<Mend> {
  const item = await itemOf(recordKey(id))
  await putItem({ ...item, row: Buffer.from([9, 9, 9]), rest: Buffer.from([9, 9, 9]) })
  return () => putItem(item)
}

/** Takes a record out of the table, as if it had never been. */
export async function takeAway(id: string): Promise<Mend> {
  const item = await itemOf(recordKey(id))
  await store().send(new DeleteCommand({ TableName: process.env.TABLE_NAME, Key: { ...recordKey(id) } }))
  return () => putItem(item)
}

/** Gives a record values that no rule would let in; mending gives it those it had. */
export async function spoil(id: string, values: RecordValues): Promise<Mend> {
  const write = async (changed: RecordValues) => {
    const before = await getAnyRecord(id, { consistent: true })
    const entity = entityOfId(id)
    if (!before || !entity) throw new Error(`No record ${id}`)
    const after = { ...before.record, ...changed }
    const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
    await save(context, [{ entity, before, after, action: 'test' }])
    return before.record
  }
  const { id: _id, version: _version, ...before } = await write(values)
  const added = Object.keys(values).map((name) => [name, null])
  return () => write({ ...Object.fromEntries(added), ...before })
}

let sites = 0

/** A further site. */
export async function anotherSite(): Promise<string> {
  const code = `S${String(++sites).padStart(4, '0')}`
  return (await seed(Site, { ...Site.example, name: `Clinic ${code}`, code })).id
}

/** Dead letters about what a tick failed to do, as `status reason`, by the record's id. */
export async function lettersAbout(recordId: string): Promise<string[]> {
  const found = await askIds(
    DeadLetter,
    { conditions: [conditionOf(DeadLetter, 'recordId', recordId)] },
    { actor: product },
  )
  return (await getRecords(DeadLetter, found, { consistent: true })).map(
    ({ record }) => `${record.status} ${record.reason}`,
  )
}

/** How many notices tell of dead letters. */
export const deadLetterNotices = async (): Promise<number> =>
  (await askIds(Notice, { conditions: [conditionOf(Notice, 'rule', 'dead-letter')] }, { actor: product })).length
