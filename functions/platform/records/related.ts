import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Need, RelatedRecords } from '#shared/rules/decision.ts'
import { listPage } from './list.ts'

/** Rows a rule may look at per need. */
const rowLimit = 200

/** The records that a rule needs to see; past access rules, for the rule decides and not the reader. */
export async function relatedTo(
  context: Context,
  needs: Readonly<Record<string, Need>>,
  record: AnyRecord,
  body: RecordValues,
): Promise<RelatedRecords> {
  const related: Record<string, readonly RecordValues[]> = {}
  for (const [name, need] of Object.entries(needs)) {
    if ('one' in need) {
      const id = need.id(record, body)
      const stored = typeof id === 'string' ? await referenced(context, entityOf(need.one), id) : undefined
      related[name] = stored ? [stored.record] : []
    } else {
      const entity = entityOf(need.list)
      const conditions = Object.entries(need.where(record)).map(([field, value]) => conditionOf(entity, field, value))
      related[name] = (await listPage(entity, { conditions, offset: 0, limit: rowLimit }, product)).rows
    }
  }
  return related
}
