import { type Context, referenced } from '#functions/platform/http/context.ts'
import { getChildren } from '#functions/platform/store/read.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Need, RelatedRecords } from '#shared/rules/decision.ts'

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
      const children = await getChildren(entityOf(need.under), record.id, context.meter)
      related[name] = children.map(({ record: child }) => child).filter(({ deletedAt }) => deletedAt === undefined)
    }
  }
  return related
}
