import type { Change } from '#functions/platform/store/commit.ts'
import { uniqueSteps } from '#functions/platform/store/dependentSteps.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { uniqueKey } from '#functions/platform/store/keys.ts'
import { getItem, getItems, getRecords } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
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

/** Throws when a unique value of a change is taken; a run that writes learns it from the transaction. */
export async function checkUnique({ entity, before, after }: Change): Promise<void> {
  for (const { unique, write } of uniqueSteps(entity, before?.record, after)) {
    const { pk, sk } = (unique !== undefined && write.Put?.Item) || {}
    if (unique === undefined || pk === undefined) continue
    const item = await getItem({ pk: String(pk), sk: String(sk) }, { consistent: true })
    if (item) throw invalid(Object.fromEntries(unique.split(',').map((name) => [name, refuse('TAKEN')])))
  }
}
