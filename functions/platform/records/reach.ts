import { type Context, referenced } from '#functions/platform/http/context.ts'
import { type Actor, inRole, type ReachTest, reachOf } from '#shared/declaration/access.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'

/**
 * Whether a record is within the reach of the context's actor, as it is at this moment and as the records that it is
 * reached through are; the same tests bind lists by `whereOf` of the projection.
 */
export const isReached = (context: Context, entity: Entity, record: RecordValues): Promise<boolean> =>
  isReachedBy(context.actor, context, entity, record)

const isReachedBy = (actor: Actor, context: Context, entity: Entity, record: RecordValues): Promise<boolean> =>
  passes(actor, context, { all: reachOf(actor, entity) }, record)

async function passes(actor: Actor, context: Context, test: ReachTest, record: RecordValues): Promise<boolean> {
  if ('otherThan' in test) return record[test.field] !== test.otherThan
  if ('field' in test) return [record[test.field] ?? []].flat().some((value) => test.values.includes(String(value)))
  if ('through' in test) {
    const target = entityOf(test.resource)
    const found = (await referenced(context, target, String(record[test.through] ?? '')))?.record
    const isThere = found !== undefined && found.deletedAt === undefined
    return isThere && isReachedBy(inRole(actor, test.role), context, target, found)
  }
  const isAny = 'any' in test
  for (const each of isAny ? test.any : test.all)
    if ((await passes(actor, context, each, record)) === isAny) return isAny
  return !isAny
}
