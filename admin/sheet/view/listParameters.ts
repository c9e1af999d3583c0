import { actorOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import { sortOf, withQuery } from '#admin/provider/page.ts'
import { groupColumns } from '#shared/api/groups.ts'
import { orderOf, parseFilter } from '#shared/api/listQuery.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import { hiddenFields } from '#shared/declaration/access.ts'
import type { Entity, Order } from '#shared/declaration/entity.ts'

/** What a list shows: a view of it, as its address says. */
export interface ListParameters {
  readonly filter: Readonly<Record<string, unknown>>
  /** The order of the list; empty for the entity's own. */
  readonly order: Order
  /** The column by which it is grouped, as `groupColumns` writes it. */
  readonly group?: string
}

/** The address of a list. */
export const listAddress = (resource: string, parameters: Partial<ListParameters>): string =>
  withQuery(`/${resource}`, queryOf(parameters))

/** The query of an address: an order is two lists by comma, `sort=status,receivedAt&order=ASC,DESC`, as react-admin reads it. */
export const queryOf = ({ filter = {}, order = [], group }: Partial<ListParameters>) => ({
  filter,
  ...(order.length > 0 && { sort: order.map(([name]) => name).join(), order: order.map(([, each]) => each).join() }),
  ...(group && { group }),
})

/**
 * Reads the query of an address. What the list does not have is left out and named in `dropped`: an unknown column, one
 * that this person may not see, a comparison that does not fit, a search that is too short.
 */
export function readParameters(
  entity: Entity,
  me: Me,
  search: string,
): { readonly parameters: ListParameters; readonly dropped: readonly string[] } {
  const query = new URLSearchParams(search)
  const actor = actorOf(me)
  const hidden = hiddenFields(actor, entity)
  const dropped = new Set<string>()
  const isPossible = (name: string, check: () => unknown): boolean => {
    try {
      if (check()) return true
    } catch {
      // The API would refuse it in the same way.
    }
    dropped.add(name)
    return false
  }
  const filter = Object.entries(filterIn(query)).filter(([name, value]) =>
    isPossible(name, () => name !== 'id' && parseFilter(entity, JSON.stringify({ [name]: value }), actor)),
  )
  const directions = query.get('order')?.split(',') ?? []
  const order = names(query, 'sort')
    .map((name, index) => [name, directions[index] === 'DESC' ? 'DESC' : 'ASC'] as const)
    .filter((key) => isPossible(key[0], () => orderOf(entity, sortOf([key]), actor)))
  const [group] = names(query, 'group').filter((name) =>
    isPossible(name, () => groupColumns(entity, hidden).includes(name)),
  )
  return {
    parameters: {
      filter: Object.fromEntries(filter.slice(0, pageLimits.conditions)),
      order: order.slice(0, pageLimits.order),
      ...(group && { group }),
    },
    dropped: [...dropped],
  }
}

const names = (query: URLSearchParams, name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean)

function filterIn(query: URLSearchParams): object {
  try {
    const filter: unknown = JSON.parse(query.get('filter') ?? '{}')
    return typeof filter === 'object' && filter !== null ? filter : {}
  } catch {
    return {}
  }
}
