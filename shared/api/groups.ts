import * as z from 'zod'
import { type Actor, hiddenFields } from '#shared/declaration/access.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { FieldKind } from '#shared/declaration/field.ts'
import { problem } from '#shared/declaration/problem.ts'
import { isListKind } from './condition.ts'
import { checkParameters, jsonOf, type ListQuery, parseFilter } from './listQuery.ts'

/** A column that records are grouped by; a time is grouped by its day or month in the zone of the record's site. */
export interface GroupColumn {
  /** As it was asked for and as the key of a group names it: `receivedAt:month`. */
  readonly name: string
  readonly field: string
  readonly span?: 'day' | 'month'
}

/** What a groups request asks for. */
export interface GroupsQuery extends Pick<ListQuery, 'q' | 'conditions'> {
  readonly by: readonly GroupColumn[]
  readonly sum: readonly string[]
}

/** Columns and sums one request may name. */
const groupLimit = 4

const group = z.strictObject({
  /** The value of each column of `by`; null where there is none. */
  key: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  count: z.int(),
  sums: z.record(z.string(), z.number()),
})
/** The records with the same values in some columns: how many they are, and what some of their numbers come to. */
export type Group = z.infer<typeof group>

/** Counts and sums of the records that match a filter, by some columns. */
export const groupsContract = { reply: z.array(group) }

const summedKinds: readonly FieldKind[] = ['money', 'integer', 'number', 'basisPoints']
const plainKinds: readonly FieldKind[] = [
  'choice',
  'boolean',
  'reference',
  'currency',
  'text',
  'term',
  'day',
  ...summedKinds,
]

/** Columns that can be grouped by, as they are written. */
export const groupColumns = (entity: Entity, hidden: readonly string[] = []): string[] =>
  entity.columns.flatMap((name) => {
    const kind = hidden.includes(name) ? undefined : fieldOf(entity, name)?.kind
    if (kind === undefined || isListKind(kind)) return []
    if (kind === 'instant') return [`${name}:day`, `${name}:month`]
    return plainKinds.includes(kind) ? [name, ...(kind === 'day' ? [`${name}:month`] : [])] : []
  })

/** Columns that can be added up. */
export const sumColumns = (entity: Entity, hidden: readonly string[] = []): string[] =>
  entity.columns.filter((name) => !hidden.includes(name) && summedKinds.includes(fieldOf(entity, name)?.kind ?? 'text'))

/** Parses the query string of groups: `by`, `sum`, `filter`; throws a 400 problem that names the mistake. */
export function parseGroups(
  entity: Entity,
  query: Readonly<Record<string, string | undefined>>,
  actor: Actor,
): GroupsQuery {
  checkParameters(query, ['by', 'sum', 'filter'])
  const names = z.array(z.string().max(60))
  const by = [...new Set(jsonOf(query.by, 'by', names) ?? [])]
  const sum = [...new Set(jsonOf(query.sum, 'sum', names) ?? [])]
  if (by.length === 0 || by.length > groupLimit || sum.length > groupLimit)
    throw problem('GROUP_COUNT', { limit: groupLimit })
  const hidden = hiddenFields(actor, entity)
  const columns = groupColumns(entity, hidden)
  const sums = sumColumns(entity, hidden)
  for (const name of by)
    if (!columns.includes(name))
      throw problem('GROUP_KIND', { noun: entity.resource, name: name.slice(0, 60), possible: columns })
  for (const name of sum)
    if (!sums.includes(name))
      throw problem('GROUP_SUM', { noun: entity.resource, name: name.slice(0, 60), possible: sums })
  const { ids, ...filter } = parseFilter(entity, query.filter, actor)
  if (ids) throw problem('IDS_IN_FILTER')
  // Amounts of different currencies do not add up.
  const isMoney = sum.some((name) => fieldOf(entity, name)?.kind === 'money')
  const all = isMoney && columns.includes('currency') && !by.includes('currency') ? [...by, 'currency'] : by
  return { ...filter, by: all.map(groupColumn), sum }
}

function groupColumn(name: string): GroupColumn {
  const [field = '', span] = name.split(':')
  return { name, field, ...((span === 'day' || span === 'month') && { span }) }
}
