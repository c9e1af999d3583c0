import type { Context } from '#functions/platform/http/context.ts'
import { isIdOf } from '#functions/platform/http/operation.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import { isOwnSite, visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { meets } from './plan.ts'

/** The records of a list of ids that are there for the actor and meet the other conditions, as the actor may see them. */
export async function manyRecords(
  entity: Entity,
  { ids = [], conditions }: ListQuery,
  context: Context,
): Promise<AnyRecord[]> {
  const own = ids.filter((id) => isIdOf(entity, id))
  const found = (await getRecords(own, context.meter)).map(({ record }) => record)
  const seen = found.filter(
    (record: AnyRecord) =>
      record.deletedAt === undefined &&
      isOwnSite(context.actor, entity, record) &&
      conditions.every((condition) => meets(entity, record, condition)),
  )
  return seen.map((record) => visible(context.actor, entity, record))
}
