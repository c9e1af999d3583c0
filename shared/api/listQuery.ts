import * as z from 'zod'
import { type Actor, hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type Order } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { isSearchable } from '#shared/values/search.ts'
import { type Condition, conditionOf } from './condition.ts'
import { pageLimits } from './pageLimits.ts'
import { readJson } from './readJson.ts'

/** What a list request asks for, parsed and checked against the entity. */
export interface ListQuery {
  readonly ids?: readonly string[]
  readonly q?: string
  readonly conditions: readonly Condition[]
  /** The order asked for; the entity's own without it. */
  readonly order?: Order
  readonly offset: number
  readonly limit: number
  readonly cursor?: string
  /** Columns that rows hold besides the id; all without it, and of records by id every field. */
  readonly fields?: readonly string[]
}

const parameters = ['filter', 'range', 'sort', 'cursor', 'limit', 'fields']

/** Values of a query string. */
type QueryValues = Readonly<Record<string, string | undefined>>

/**
 * Parses the query string of a list: `filter`, `range`, `sort`, `cursor`, `limit`, `fields`; throws a 400 problem that names the
 * mistake. A field the actor may not see cannot be filtered or sorted by, or its values could be guessed.
 */
export function parseList(entity: Entity, query: QueryValues, actor: Actor): ListQuery {
  // The plain client of react-admin sends `embed`, and nothing is embedded here.
  checkParameters(query, parameters, ['embed'])
  const range = jsonOf(query.range, 'range', z.tuple([z.int().min(0), z.int().min(0)]))
  if (range && (range[1] < range[0] || range[1] - range[0] >= pageLimits.rows))
    throw problem('RANGE_WRONG', { limit: pageLimits.rows })
  if (range && range[0] > pageLimits.offset) throw problem('RANGE_FAR')
  const limit = query.limit === undefined ? undefined : /^\d{1,4}$/.test(query.limit) ? Number(query.limit) : 0
  if (limit !== undefined && !(limit >= 1 && limit <= pageLimits.rows))
    throw problem('LIMIT_WRONG', { limit: pageLimits.rows })
  const order = orderOf(entity, jsonOf(query.sort, 'sort', z.array(z.string().max(60)).max(20)), actor)
  return {
    ...parseFilter(entity, query.filter, actor),
    ...(order && { order }),
    offset: range?.[0] ?? 0,
    limit: limit ?? (range ? range[1] - range[0] + 1 : 25),
    ...(query.cursor && { cursor: query.cursor }),
    ...(query.fields && { fields: fieldsOf(entity, query.fields, actor) }),
  }
}

/** Parses a filter: conditions, a search under `q`, and ids under `id`. */
export function parseFilter(
  entity: Entity,
  text: string | undefined,
  actor: Actor,
): Pick<ListQuery, 'ids' | 'q' | 'conditions'> {
  const hidden = hiddenFields(actor, entity)
  const { id, q, ...rest } = jsonOf(text, 'filter', z.record(z.string().max(60), z.unknown())) ?? {}
  if (Object.keys(rest).length > pageLimits.conditions)
    throw problem('CONDITIONS_MANY', { limit: pageLimits.conditions })
  return {
    ...(id !== undefined && { ids: idsOf(id) }),
    ...(q !== undefined && { q: searchedText(entity, q) }),
    conditions: Object.entries(rest).map(([name, value]) => conditionOf(entity, name, value, hidden)),
  }
}

/** Throws the 400 of a parameter that the query does not have. */
export function checkParameters(
  query: QueryValues,
  possible: readonly string[],
  ignored: readonly string[] = [],
): void {
  for (const name of Object.keys(query))
    if (!possible.includes(name) && !ignored.includes(name))
      throw problem('PARAMETER_UNKNOWN', { name: name.slice(0, 40), possible })
}

/** Reads JSON of a query; throws the 400 of a text that is none, or of another form. */
export function jsonOf<T>(text: string | undefined, name: string, schema: z.ZodType<T>): T | undefined {
  if (text === undefined || text === '') return undefined
  const parsed = schema.safeParse(readJson(text, `"${name}"`))
  if (!parsed.success) throw problem('MALFORMED', { name })
  return parsed.data
}

/** Names and directions of an order in turn, as `["status","ASC","receivedAt","DESC"]`, checked against the columns. */
export function orderOf(entity: Entity, sort: readonly string[] | undefined, actor: Actor): Order | undefined {
  if (!sort || sort.length === 0) return undefined
  const hidden = hiddenFields(actor, entity)
  const order: [string, 'ASC' | 'DESC'][] = []
  for (let index = 0; index < sort.length; index += 2) {
    const [name = '', direction] = sort.slice(index, index + 2)
    if (direction !== 'ASC' && direction !== 'DESC') throw problem('MALFORMED', { name: 'sort' })
    const possible = entity.columns.filter((column) => !hidden.includes(column))
    if (name !== 'id' && !(possible.includes(name) && fieldOf(entity, name)))
      throw problem('SORT_UNKNOWN', { noun: entity.resource, name: name.slice(0, 60), possible })
    order.push([name, direction])
  }
  if (order.length > pageLimits.order) throw problem('ORDER_LONG', { limit: pageLimits.order })
  return order
}

function fieldsOf(entity: Entity, text: string, actor: Actor): string[] {
  const possible = ['id', ...entity.columns.filter((column) => !hiddenFields(actor, entity).includes(column))]
  const names = jsonOf(text, 'fields', z.array(z.string().max(60)).max(60)) ?? []
  const unknown = names.find((name) => !possible.includes(name))
  if (unknown !== undefined) throw problem('FIELDS_UNKNOWN', { noun: entity.resource, name: unknown, possible })
  return names
}

function searchedText(entity: Entity, q: unknown): string {
  if (!entity.search) throw problem('SEARCH_NONE', { noun: entity.resource })
  const parsed = z.string().trim().max(80).safeParse(q)
  if (!parsed.success || !isSearchable(parsed.data)) throw problem('SEARCH_SHORT')
  return parsed.data
}

function idsOf(id: unknown): string[] {
  const parsed = z.union([z.string().max(60), z.array(z.string().max(60)).max(pageLimits.ids)]).safeParse(id)
  if (!parsed.success) throw problem('IDS_WRONG', { limit: pageLimits.ids })
  return [...new Set([parsed.data].flat())]
}
