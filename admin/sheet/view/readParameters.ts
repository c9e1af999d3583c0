import { actorOf, columnsOf } from '#admin/entity/declaredFields.ts'
import type { Me } from '#admin/provider/contract.ts'
import { sortOf } from '#admin/provider/page.ts'
import { groupColumns } from '#shared/api/groups.ts'
import { orderOf, parseFilter } from '#shared/api/listQuery.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import { hiddenFields } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { colourColumns, isDensity, type ListLayout, noColour, usualLayout } from './layout.ts'
import type { ListParameters } from './listParameters.ts'

/** A list as an address asks for it, and the names of what was left out of it. */
export interface ReadParameters {
  readonly parameters: ListParameters
  readonly dropped: readonly string[]
}

/**
 * Reads the query of an address. What the list does not have is left out and named in `dropped`: an unknown column, one
 * that this person may not see, a comparison that does not fit, a search that is too short, a filter that cannot be read.
 */
export function readParameters(entity: Entity, me: Me, search: string): ReadParameters {
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
  const asked = filterIn(query.get('filter') ?? '{}')
  if (!asked) dropped.add((query.get('filter') ?? '').slice(0, 40))
  const filter = Object.entries(asked ?? {})
    .filter(([name, value]) =>
      isPossible(name, () => name !== 'id' && parseFilter(entity, JSON.stringify({ [name]: value }), actor)),
    )
    .filter(([name], index) => isPossible(name, () => index < pageLimits.conditions))
  const directions = query.get('order')?.split(',') ?? []
  const order = names(query, 'sort')
    .map((name, index) => [name, directions[index] === 'DESC' ? 'DESC' : 'ASC'] as const)
    .filter((key) => isPossible(key[0], () => orderOf(entity, sortOf([key]), actor)))
    .filter(([name], index) => isPossible(name, () => index < pageLimits.order))
  const [group] = names(query, 'group').filter((name) =>
    isPossible(name, () => groupColumns(entity, hidden).includes(name)),
  )
  const layout = layoutIn(entity, me, query, isPossible)
  const view = query.get('view')?.slice(0, 60)
  return {
    parameters: {
      filter: Object.fromEntries(filter),
      order,
      ...(group && { group }),
      ...(layout && { layout }),
      ...(view && { view }),
    },
    dropped: [...dropped],
  }
}

/** How an address says that the list looks; undefined when it says nothing. What it leaves out is as usual. */
function layoutIn(
  entity: Entity,
  me: Me,
  query: URLSearchParams,
  isPossible: (name: string, check: () => unknown) => boolean,
): ListLayout | undefined {
  if (!['columns', 'pinned', 'density', 'colour'].some((name) => query.has(name))) return undefined
  const possible = columnsOf(entity, me)
  const isColumn = (name: string) => isPossible(name, () => possible.some((column) => column.name === name))
  const usual = usualLayout(entity, possible)
  const columns = [...new Set(names(query, 'columns'))].filter(isColumn)
  const shown = columns.length > 0 ? columns : usual.columns
  const density = query.get('density')
  const colour = query.get('colour')
  const hasColour = colour !== null && isPossible(colour, () => [noColour, ...colourColumns(possible)].includes(colour))
  return {
    columns: shown,
    pinned: [...new Set(names(query, 'pinned'))].filter((name) => isColumn(name) && shown.includes(name)),
    density: isDensity(density) ? density : usual.density,
    colour: hasColour ? colour : usual.colour,
  }
}

const names = (query: URLSearchParams, name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean)

function filterIn(text: string): object | undefined {
  try {
    const filter: unknown = JSON.parse(text)
    return typeof filter === 'object' && filter !== null ? filter : undefined
  } catch {
    return undefined
  }
}
