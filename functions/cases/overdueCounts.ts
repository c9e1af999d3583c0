import type { Context } from '#functions/platform/http/context.ts'
import { askGroups } from '#functions/platform/projection/ask.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import type { OverdueCount } from '#shared/rules/sites/overdueDigest.ts'

/** How many cases of a site were overdue when they came in and still are, by owner. */
export async function overdueCounts(context: Context, siteId: string): Promise<OverdueCount[]> {
  const conditions = [conditionOf(Case, 'siteId', siteId), conditionOf(Case, 'isOverdueOnArrival', true)]
  const by = [{ name: 'ownerId', field: 'ownerId' }]
  const { groups } = await askGroups(Case, { conditions, by, sum: [] }, context)
  return groups.map(({ key: { ownerId }, count }) => ({ count, ...(typeof ownerId === 'string' && { ownerId }) }))
}
