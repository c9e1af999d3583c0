import { type Context, referenced } from '#functions/platform/http/context.ts'
import { getChildren, getRecords } from '#functions/platform/store/read.ts'
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
      continue
    }
    const { meter } = context
    const found =
      'under' in need
        ? await getChildren(entityOf(need.under), record.id, meter)
        : await getRecords(entityOf(need.many), need.ids(record, body, related), { meter, consistent: true })
    related[name] = found.map((each) => each.record).filter(({ deletedAt }) => deletedAt === undefined)
  }
  return related
}
