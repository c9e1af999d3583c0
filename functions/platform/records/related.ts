import { product, referenced, type Context } from '#functions/platform/http/context.ts'
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
  work: Context,
  needs: Readonly<Record<string, Need>>,
  record: AnyRecord,
  body: Values,
): Promise<Record<string, readonly Values[]>> {
  const found: Record<string, readonly Values[]> = {}
  for (const [name, need] of Object.entries(needs)) {
    if ('one' in need) {
      const id = need.id(record, body)
      const stored = typeof id === 'string' ? await referenced(work, id) : undefined
      found[name] = stored ? [stored.record] : []
    } else {
      const of = entityOf(need.list)
      const conditions = Object.entries(need.where(record)).map(([field, value]) => conditionOf(of, field, value))
      found[name] = (await listPage(of, { conditions, offset: 0, limit: mostRelated }, product)).rows
    }
  }
  return found
}
