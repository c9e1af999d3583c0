import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { getChildren, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
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
        ? await childrenOf(context, need, record, body)
        : 'listed' in need
          ? await listed(context, need, record, body)
          : await getRecords(entityOf(need.many), need.ids(record, body, related), { meter, consistent: true })
    related[name] = found.map((each) => each.record).filter(({ deletedAt }) => deletedAt === undefined)
  }
  return related
}

/** What stands under the record itself, or under the one that the need names; nothing when it names none. */
async function childrenOf(
  { meter }: Context,
  { under, id }: Extract<Need, { readonly under: string }>,
  record: AnyRecord,
  body: RecordValues,
) {
  const parentId = id ? id(record, body) : record.id
  return typeof parentId === 'string' ? getChildren(entityOf(under), parentId, meter) : []
}

/** What a list finds at this moment for the product; one that was written within the last moments may be missed. */
async function listed(
  { meter }: Context,
  { listed: resource, filter }: Extract<Need, { readonly listed: string }>,
  record: AnyRecord,
  body: RecordValues,
) {
  const values = filter(record, body)
  if (!values) return []
  const entity = entityOf(resource)
  // It asks lists, which most steps do without.
  const { askIds } = await import('#functions/platform/projection/ask.ts')
  const conditions = Object.entries(values).map(([name, value]) => conditionOf(entity, name, value))
  return getRecords(entity, await askIds(entity, { conditions }, { actor: product }), { meter, consistent: true })
}
