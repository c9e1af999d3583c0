import * as z from 'zod'
import { type Actor, hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type View } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import { problem } from '#shared/declaration/problem.ts'
import { readJson } from './readJson.ts'

/** How a value is compared. */
export type Operator = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'any'

/** One comparison of a list request. */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  readonly value: unknown
}

/** What a list request asks for, parsed and checked against the entity. */
export interface ListQuery {
  readonly ids?: readonly string[]
  readonly q?: string
  readonly conditions: readonly Condition[]
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' }
  readonly offset: number
  readonly limit: number
  readonly cursor?: string
}

/** The most rows of a page, and how deep `range` may reach. */
export const pageLimits = { rows: 200, ids: 200, offset: 5_000_000, conditions: 20, any: 50 } as const

const suffixes: readonly (readonly [string, Operator])[] = [
  ['_eq_any', 'any'],
  ['_neq', 'neq'],
  ['_gte', 'gte'],
  ['_lte', 'lte'],
  ['_gt', 'gt'],
  ['_lt', 'lt'],
]

/**
 * Parses the query string of a list: `filter`, `range`, `sort`, `cursor`, `limit`; throws a 400 problem that names the
 * mistake. A field the actor may not see cannot be filtered or sorted by, or its values could be guessed.
 */
export function parseList(
  entity: Entity,
  query: Readonly<Record<string, string | undefined>>,
  actor: Actor,
): ListQuery {
  const hidden = hiddenFields(actor, entity)
  for (const name of Object.keys(query))
    if (!['filter', 'range', 'sort', 'cursor', 'limit', 'embed'].includes(name))
      throw problem('PARAMETER_UNKNOWN', {
        name: name.slice(0, 40),
        possible: ['filter', 'range', 'sort', 'cursor', 'limit'],
      })
  const filter = json(query.filter, 'filter', z.record(z.string().max(60), z.unknown())) ?? {}
  const { id, q, ...rest } = filter
  const range = json(query.range, 'range', z.tuple([z.int().min(0), z.int().min(0)]))
  if (range && (range[1] < range[0] || range[1] - range[0] >= pageLimits.rows))
    throw problem('RANGE_WRONG', { limit: pageLimits.rows })
  if (range && range[0] > pageLimits.offset) throw problem('RANGE_FAR')
  const sort = json(query.sort, 'sort', z.tuple([z.string().max(60), z.enum(['ASC', 'DESC'])]))
  const limit = query.limit === undefined ? undefined : /^\d{1,4}$/.test(query.limit) ? Number(query.limit) : 0
  if (limit !== undefined && !(limit >= 1 && limit <= pageLimits.rows))
    throw problem('LIMIT_WRONG', { limit: pageLimits.rows })
  if (Object.keys(rest).length > pageLimits.conditions)
    throw problem('CONDITIONS_MANY', { limit: pageLimits.conditions })
  return {
    ...(id !== undefined && { ids: idsOf(id) }),
    ...(q !== undefined && { q: searchText(entity, q) }),
    conditions: Object.entries(rest).map(([name, value]) => conditionOf(entity, name, value, hidden)),
    ...(sort && sort[0] !== 'id' && { sort: { field: sortField(entity, sort[0], hidden), order: sort[1] } }),
    offset: range?.[0] ?? 0,
    limit: limit ?? (range ? range[1] - range[0] + 1 : 25),
    ...(query.cursor && { cursor: query.cursor }),
  }
}

/** Parses one entry of a filter, such as `receivedAt_gte`; throws a 400 problem for one that cannot be answered. */
export function conditionOf(entity: Entity, name: string, value: unknown, hidden: readonly string[] = []): Condition {
  const [suffix, operator] = suffixes.find(([ending]) => name.endsWith(ending) && !fieldOf(entity, name)) ?? [
    '',
    'eq' as const,
  ]
  const field = name.slice(0, name.length - suffix.length)
  const declared = fieldOf(entity, field)
  const possible = entity.columns.filter((column) => !hidden.includes(column))
  if (!declared || !possible.includes(field))
    throw problem('FILTER_UNKNOWN', { noun: entity.resource, name: field.slice(0, 60), possible })
  if (operator !== 'any') return { field, operator, value: comparable(field, declared, value) }
  const values = z.array(z.unknown()).min(1).max(pageLimits.any).safeParse(value)
  if (!values.success) throw problem('FILTER_VALUES', { name, limit: pageLimits.any })
  return { field, operator, value: values.data.map((each) => comparable(field, declared, each)) }
}

/** Fields by which an entity's views sort. */
export const sortsOf = (entity: Entity): string[] => [
  ...new Set(Object.values(entity.views).map((view: View) => view.sort)),
]

/** Fields that an index answers by equality. */
export const keysOf = (entity: Entity): string[] => [
  ...new Set(Object.values(entity.views).flatMap((view: View) => view.key)),
]

function sortField(entity: Entity, field: string, hidden: readonly string[]): string {
  const possible = sortsOf(entity).filter((sort) => !hidden.includes(sort))
  if (possible.includes(field)) return field
  throw problem('SORT_UNKNOWN', { noun: entity.resource, name: field.slice(0, 60), possible })
}

function searchText(entity: Entity, q: unknown): string {
  if (!entity.search) throw problem('SEARCH_NONE', { noun: entity.resource })
  const parsed = z.string().trim().min(2).max(80).safeParse(q)
  if (!parsed.success) throw problem('SEARCH_SHORT')
  return parsed.data
}

function idsOf(id: unknown): string[] {
  const parsed = z.union([z.string().max(60), z.array(z.string().max(60)).max(pageLimits.ids)]).safeParse(id)
  if (!parsed.success) throw problem('IDS_WRONG', { limit: pageLimits.ids })
  return [...new Set([parsed.data].flat())]
}

// A day is a legal bound for an instant: "2026-11" and "2026-11-21" are prefixes of what is stored.
const timePrefix = z.string().regex(/^\d{4}(-\d\d(-\d\d(T[\d:.]+Z)?)?)?$/)

function comparable(field: string, declared: Field, value: unknown): unknown {
  const schema =
    declared.kind === 'day' || declared.kind === 'instant'
      ? timePrefix
      : declared.kind === 'choices' || declared.kind === 'references'
        ? z.string().max(100)
        : declared.schema
  const parsed = schema.safeParse(value)
  if (parsed.success && typeof parsed.data !== 'object') return parsed.data
  throw problem('FILTER_VALUE', { name: field, kind: declared.kind })
}

function json<T>(text: string | undefined, name: string, schema: z.ZodType<T>): T | undefined {
  if (text === undefined || text === '') return undefined
  const parsed = schema.safeParse(readJson(text, `"${name}"`))
  if (!parsed.success) throw problem('MALFORMED', { name })
  return parsed.data
}
