import type { Context } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { previewOf, selectedBy } from '#functions/platform/records/matching.ts'
import type { BulkBody, BulkPreview } from '#shared/api/bulk.ts'
import { conditionOf, isListKind } from '#shared/api/condition.ts'
import { hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { isSame } from '#shared/values/canonical.ts'

/** Ids of one reading. */
const batchSize = 100

/** How many records a bulk change is about, how many are so already, and the first of them with the fields that it sets. */
export async function previewBulk(entity: Entity, body: BulkBody, context: Context): Promise<BulkPreview> {
  const { matched, sample } = await previewOf(entity, body, context)
  const { changes } = body
  if (!changes) return { matched, sample }
  const isListed = Object.keys(changes).every((name) => entity.columns.includes(name))
  const ids = sample.map(({ id }) => id)
  const whole = body.ids || isListed ? sample : await manyRecords(context, entity, ids)
  const unchanged = await countUnchanged(entity, body, changes, context)
  return { matched, sample: whole, ...(unchanged !== undefined && { unchanged }) }
}

/** How many records have the values of a change already; undefined where lists do not compare them exactly. */
async function countUnchanged(
  entity: Entity,
  { ids, filter = {} }: BulkBody,
  changes: RecordValues,
  context: Context,
): Promise<number | undefined> {
  if (ids) return unchangedAmong(entity, [...new Set(ids)], changes, context)
  const { actor } = context
  const entries = Object.entries(changes)
  const hidden = hiddenFields(actor, entity)
  if (!entries.every(([name]) => isExact(entity, name) && !hidden.includes(name))) return undefined
  const { conditions, ...selected } = selectedBy(entity, { filter }, actor)
  const has = entries.map(([name, value]) =>
    isNone(value) ? conditionOf(entity, `${name}_empty`, true) : conditionOf(entity, name, value),
  )
  const page = { ...selected, conditions: [...conditions, ...has], offset: 0, limit: 1 }
  return (await listPage(entity, page, context)).total
}

// Texts are folded in lists, where capital letters are no other value.
function isExact(entity: Entity, name: string): boolean {
  const kind = fieldOf(entity, name)?.kind
  return kind !== undefined && entity.columns.includes(name) && !isListKind(kind) && !folded.includes(kind)
}

const folded: readonly string[] = ['text', 'longText', 'email', 'phone']

const isNone = (value: unknown): boolean => value === null || value === ''

async function unchangedAmong(entity: Entity, ids: readonly string[], changes: RecordValues, context: Context) {
  let count = 0
  const entries = Object.entries(changes)
  for (let from = 0; from < ids.length; from += batchSize) {
    const records = await manyRecords(context, entity, ids.slice(from, from + batchSize), { isNoted: false })
    count += records.filter((record) =>
      entries.every(([name, value]) => isSame(record[name] ?? null, isNone(value) ? null : value)),
    ).length
  }
  return count
}
