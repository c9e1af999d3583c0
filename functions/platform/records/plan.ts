import type { Condition, ListQuery } from '#shared/api/listQuery.ts'
import { type Actor, isGlobal, seesAllMakers } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type RecordValues, type View } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'

/** How a list is answered: which view, which parts of it, and which conditions are checked row by row. */
export interface ListPlan {
  readonly name: string
  readonly view: View
  /** Key values of each partition to be merged. */
  readonly partitions: readonly (readonly unknown[])[]
  readonly isDescending: boolean
  /** Inclusive bounds of the sort value; a day or month stands for all of it. */
  readonly from?: string
  readonly to?: string
  readonly residual: readonly Condition[]
}

/** Partitions one list may merge. */
const partitionLimit = 24

/** The plans that can answer, none of which another one covers; throws a 400 problem that names what is possible. */
export function plansFor(entity: Entity, query: ListQuery, actor: Actor): ListPlan[] {
  const conditions = [...ownSites(entity, query.conditions, actor), ...ownMaker(entity, actor)]
  const plans = Object.entries(entity.views).flatMap(
    ([name, view]) => planOf(entity, name, view, query, conditions) ?? [],
  )
  if (plans.length === 0) throw listImpossible(entity, query)
  return plans.filter(
    (plan) => !plans.some((other) => other.view.key.length > plan.view.key.length && covers(other.view, plan.view)),
  )
}

const covers = (wide: View, narrow: View): boolean => narrow.key.every((name) => wide.key.includes(name))

const ownMaker = (entity: Entity, actor: Actor): Condition[] =>
  entity.maker === undefined || seesAllMakers(actor)
    ? []
    : [{ field: entity.maker, operator: 'eq', value: actor.userId }]

/** The conditions with their sites narrowed to the actor's own, so that not even a total counts another site. */
function ownSites(entity: Entity, conditions: readonly Condition[], actor: Actor): readonly Condition[] {
  const site = entity.site
  if (!site || site === 'id' || isGlobal(actor)) return conditions
  const isBySite = ({ field, operator }: Condition) => field === site && (operator === 'eq' || operator === 'any')
  const only = (value: unknown): Condition => {
    const siteIds = [value].flat()
    return { field: site, operator: 'any', value: actor.siteIds.filter((id) => siteIds.includes(id)) }
  }
  if (!conditions.some(isBySite)) return [...conditions, only(actor.siteIds)]
  return conditions.map((condition) => (isBySite(condition) ? only(condition.value) : condition))
}

function planOf(
  entity: Entity,
  name: string,
  view: View,
  query: ListQuery,
  conditions: readonly Condition[],
): ListPlan | undefined {
  if (query.sort && query.sort.field !== view.sort) return undefined
  let partitions: unknown[][] = [[]]
  const used = new Set<Condition>()
  for (const key of view.key) {
    const condition = conditions.find(
      ({ field, operator }) => field === key && (operator === 'eq' || operator === 'any'),
    )
    if (!condition) return undefined
    const isMonth =
      fieldOf(entity, key)?.kind === 'day' && [condition.value].flat().some((day) => String(day).length < 10)
    if (isMonth) return undefined
    used.add(condition)
    const values = Array.isArray(condition.value) ? [...new Set(condition.value)] : [condition.value]
    partitions = partitions.flatMap((before) => values.map((value) => [...before, value]))
  }
  if (partitions.length > partitionLimit) return undefined
  const kind = fieldOf(entity, view.sort)?.kind
  const isTime = kind === 'instant' || kind === 'day'
  const bounds = isTime ? boundsOf(view.sort, conditions, used) : {}
  return {
    name,
    view,
    partitions,
    isDescending: query.sort ? query.sort.order === 'DESC' : isTime,
    ...bounds,
    residual: conditions.filter((condition) => !used.has(condition)),
  }
}

function boundsOf(
  sort: string,
  conditions: readonly Condition[],
  used: Set<Condition>,
): { from?: string; to?: string } {
  let from: string | undefined
  let to: string | undefined
  for (const condition of conditions) {
    if (condition.field !== sort || typeof condition.value !== 'string') continue
    const { operator, value } = condition
    if (operator === 'eq' || operator === 'gte' || operator === 'gt') from = from && from > value ? from : value
    if (operator === 'eq' || operator === 'lte' || operator === 'lt') to = to && isEarlierEnd(to, value) ? to : value
    // Strict bounds narrow the reading and are then checked row by row.
    if (operator === 'eq' || operator === 'gte' || operator === 'lte') used.add(condition)
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

// As an end a year reaches further than a day of it, though it is the shorter text.
const isEarlierEnd = (a: string, b: string): boolean => `${a}\uffff` < `${b}\uffff`

function listImpossible(entity: Entity, { sort }: ListQuery) {
  const orders = Object.values(entity.views).map((view) =>
    view.key.length > 0 ? `${view.sort} with ${view.key.join(' and ')}` : view.sort,
  )
  const request = sort ? `sorted by ${sort.field} with this filter` : 'listed with this filter'
  return problem('LIST_IMPOSSIBLE', { noun: entity.resource, request, possible: [...new Set(orders)] })
}

/** Whether a row meets a condition; times may be given as a day or a month. */
export function meets(entity: Entity, row: RecordValues, { field, operator, value }: Condition): boolean {
  const kind = fieldOf(entity, field)?.kind
  const actual = row[field]
  const equals = (each: unknown): boolean =>
    Array.isArray(actual)
      ? actual.includes(each)
      : kind === 'instant' || kind === 'day'
        ? typeof actual === 'string' && actual.startsWith(String(each))
        : actual === each
  switch (operator) {
    case 'eq':
      return equals(value)
    case 'any':
      return Array.isArray(value) && value.some(equals)
    case 'neq':
      return !equals(value)
  }
  if (actual === undefined || actual === null) return false
  const order = typeof actual === 'number' ? actual - Number(value) : String(actual) < String(value) ? -1 : 1
  if (equals(value)) return operator === 'gte' || operator === 'lte'
  return operator === 'gt' || operator === 'gte' ? order > 0 : order < 0
}
