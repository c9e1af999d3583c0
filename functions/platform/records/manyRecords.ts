import type { Context } from '#functions/platform/http/context.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import { isOwnSite, visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { meets } from './plan.ts'

/** The records of a list of ids that meet its other conditions, as far as the actor may see them. */
export async function manyRecords(
  entity: Entity,
  { ids = [], conditions }: ListQuery,
  { actor, meter }: Context,
): Promise<AnyRecord[]> {
  const stored = await getRecords(entity, ids, { meter })
  return stored.flatMap(({ record }) => {
    const isMatch =
      record.deletedAt === undefined &&
      isOwnSite(actor, entity, record) &&
      conditions.every((condition) => meets(entity, record, condition))
    return isMatch ? [visible(actor, entity, record)] : []
  })
}
