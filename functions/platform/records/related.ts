import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Need } from '#shared/rules/decision.ts'
import { listPage } from './list.ts'

type Values = Readonly<Record<string, unknown>>

/** Rows a rule may look at per need. */
const mostRelated = 200

/** Reads what a rule needs to see; past access rules, for the rule decides and not the reader. */
export async function relatedTo(
  context: Context,
  needs: Readonly<Record<string, Need>>,
  record: AnyRecord,
  body: Values,
): Promise<Record<string, readonly Values[]>> {
  const found: Record<string, readonly Values[]> = {}
  for (const [name, need] of Object.entries(needs)) {
    if ('one' in need) {
      const id = need.id(record, body)
      const stored = typeof id === 'string' ? await referenced(context, id) : undefined
      found[name] = stored ? [stored.record] : []
    } else {
      const entity = entityOf(need.list)
      const conditions = Object.entries(need.where(record)).map(([field, value]) => conditionOf(entity, field, value))
      found[name] = (await listPage(entity, { conditions, offset: 0, limit: mostRelated }, product)).rows
    }
  }
  return found
}
