import { meets } from '#functions/platform/projection/question/meets.ts'
import { type Condition, conditionOf } from '#shared/api/condition.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import { memoize } from '#shared/values/memoize.ts'

/**
 * What records of an entity must have to need what they refer to: a state in which something is still due or waited for;
 * without states, what forms offer to choose from.
 */
export const activeConditions = memoize((entity: Entity): readonly Condition[] => {
  const { lifecycle: life, offered = {} } = entity
  if (!life) return Object.entries(offered).map(([name, value]) => conditionOf(entity, name, value))
  const states = Object.keys(life.states).filter((state) => isOpen(life, { [life.field]: state }))
  return [conditionOf(entity, `${life.field}_eq_any`, states)]
})

/** Whether a record needs what it refers to. */
export const isActive = (entity: Entity, record: AnyRecord): boolean =>
  record.deletedAt === undefined && meets(entity, record, { conditions: activeConditions(entity) }, { timeZone: 'UTC' })
