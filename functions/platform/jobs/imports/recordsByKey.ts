import type { StoredRecord } from '#functions/platform/store/item.ts'
import { uniqueKey } from '#functions/platform/store/keys.ts'
import { getItems, getRecords } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { ImportFile } from './importFile.ts'

/** Reads the records that rows are about by the key of their file; gives the record of a row's values, if any. */
export async function recordsByKey(
  { entity, request: { key } }: ImportFile,
  rows: readonly RecordValues[],
): Promise<(values: RecordValues) => StoredRecord | undefined> {
  if (!key) return () => undefined
  const isComplete = (values: RecordValues) => key.every((name) => values[name] !== undefined)
  const keyOf = (values: RecordValues) =>
    uniqueKey(
      entity.resource,
      key,
      key.map((name) => values[name]),
    )
  const complete = rows.filter(isComplete)
  const isById = key[0] === 'id'
  // DynamoDB refuses to read a key twice in one batch.
  const keys = new Map(isById ? [] : complete.map(keyOf).map((each) => [each.pk, each]))
  const items = await getItems([...keys.values()])
  const ids = new Map(items.map(({ pk, id }) => [String(pk), String(id)]))
  const idOf = (values: RecordValues) => (isById ? String(values.id) : (ids.get(keyOf(values).pk) ?? ''))
  const stored = await getRecords(entity, complete.map(idOf))
  const records = new Map(stored.map((each) => [each.record.id, each]))
  return (values) => (isComplete(values) ? records.get(idOf(values)) : undefined)
}
