import type { Group, GroupColumn, GroupsQuery } from '#shared/api/groups.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { codeOf } from '../file/cells.ts'
import { rowsOf } from '../file/rows.ts'
import type { SqlCell, SqlFile, SqlRow } from '../file/sqlite.ts'
import { quoted } from '../file/tables.ts'
import { type MatchQuery, sourceOf } from './matchQuery.ts'
import { type SiteZones, siteKeyColumn } from './time.ts'

type GroupValue = Group['key'][string]

/** Instants of one quarter of an hour are of one day in every zone there is. */
const quarterMs = 900_000

/** Groups that one answer holds, the largest ones; a text column may have as many as there are records. */
const mostGroups = 1000

/** The largest groups, the largest first, and how many there are in all. */
export interface GroupsAnswer {
  readonly groups: readonly Group[]
  readonly total: number
}

/** Counts and sums of the records that match, by some columns. */
export function groupsOf(
  file: SqlFile,
  matching: MatchQuery,
  { by, sum }: Pick<GroupsQuery, 'by' | 'sum'>,
  zones: SiteZones,
): GroupsAnswer {
  const { entity } = matching.table
  const hasText = by.some((column) => isText(entity, column))
  const siteKey = by.some((column) => isInstant(entity, column)) ? siteKeyColumn(entity) : undefined
  const zoneColumn = siteKey ? [quoted(siteKey)] : []
  const places = [...by.map((_, index) => `"key ${index}"`), ...zoneColumn]
  const selected = [
    ...by.map((column, index) => `${keySql(entity, column)} AS "key ${index}"`),
    ...zoneColumn,
    'count(*) AS "n"',
    // An id of each group costs a third of the time.
    ...(hasText ? ['min("id") AS "id"'] : []),
    ...sum.map((name, index) => `total(${quoted(name)}) AS "sum ${index}"`),
  ]
  const reads = [...by.map(({ field }) => field), ...sum, ...(siteKey ? [siteKey] : [])]
  const { from, where } = sourceOf(file, matching, reads)
  const rows = file.all(
    `SELECT ${selected.join(', ')} FROM ${from} WHERE ${where.sql} GROUP BY ${places.join(', ')}`,
    where.values,
  )
  const merged = new Map<string, MergedGroup>()
  for (const row of rows) {
    const zone = zones.bySite.get(Number(siteKey && row[siteKey])) ?? zones.other
    const values = by.map((column, index) => groupValue(entity, column, row[`key ${index}`] ?? null, zone))
    const place = JSON.stringify(values)
    const group = merged.get(place) ?? { id: String(row.id), values, count: 0, sums: sum.map(() => 0) }
    if (hasText && String(row.id) < group.id) group.id = String(row.id)
    group.count += Number(row.n)
    group.sums = group.sums.map((value, index) => value + Number(row[`sum ${index}`]))
    merged.set(place, group)
  }
  const largest = [...merged.values()].sort((a, b) => b.count - a.count).slice(0, mostGroups)
  const written = writtenKeys(file, matching, by, largest)
  const groups = largest.map((group) => ({
    key: Object.fromEntries(by.map((column, index) => [column.name, written(group, column, index)])),
    count: group.count,
    sums: Object.fromEntries(sum.map((name, index) => [name, group.sums[index] ?? 0])),
  }))
  return { groups, total: merged.size }
}

/** A group put together of those that SQLite makes; its texts are folded, and its references keys. */
interface MergedGroup {
  /** The smallest id of its records: that record says how the texts of the group are written. */
  id: string
  readonly values: readonly GroupValue[]
  count: number
  sums: number[]
}

const kindOf = (entity: Entity, { field }: GroupColumn) => fieldOf(entity, field)?.kind

const isText = (entity: Entity, column: GroupColumn): boolean => ['text', 'term'].includes(kindOf(entity, column) ?? '')

const isInstant = (entity: Entity, column: GroupColumn): boolean => kindOf(entity, column) === 'instant'

function keySql(entity: Entity, column: GroupColumn): string {
  const name = quoted(column.field)
  if (isInstant(entity, column)) return `${name} / ${quarterMs}`
  return column.span === 'month' ? `substr(${name}, 1, 7)` : name
}

function groupValue(entity: Entity, column: GroupColumn, cell: SqlCell, zone: string): GroupValue {
  if (cell === null) return null
  switch (kindOf(entity, column)) {
    case 'instant':
      return dayOf(wallAt(zone, Number(cell) * quarterMs)).slice(0, column.span === 'month' ? 7 : 10)
    case 'choice':
      return fieldOf(entity, column.field)?.choices?.[Number(cell)] ?? null
    case 'currency':
      return codeOf(Number(cell))
    case 'boolean':
      return cell === 1
    default:
      return cell
  }
}

/** How the keys of groups are written in records of theirs, for the table has texts folded and references as numbers. */
function writtenKeys(file: SqlFile, { table }: MatchQuery, by: readonly GroupColumn[], groups: readonly MergedGroup[]) {
  const { name: tableName, entity } = table
  const owners = new Map<string, SqlRow>()
  const isReference = (column: GroupColumn) => kindOf(entity, column) === 'reference'
  const ownerPlace = (group: MergedGroup, column: GroupColumn, index: number): string | undefined => {
    if (isText(entity, column)) return group.id
    return isReference(column) && group.values[index] !== null ? `${column.field} ${group.values[index]}` : undefined
  }
  for (const group of groups)
    for (const [index, column] of by.entries()) {
      const place = ownerPlace(group, column, index)
      if (place === undefined || owners.has(place)) continue
      const field = quoted(column.field)
      const owner = isText(entity, column)
        ? { id: group.id }
        : file.first(`SELECT "id", ${field} FROM ${tableName} WHERE ${field} = ? LIMIT 1`, [group.values[index]])
      if (owner) owners.set(place, owner)
    }
  const rows = rowsOf(file, table, [...owners.values()])
  const rowOf = new Map([...owners.keys()].map((place, index) => [place, rows[index]]))
  return (group: MergedGroup, column: GroupColumn, index: number): GroupValue => {
    const place = ownerPlace(group, column, index)
    const text = place === undefined ? undefined : rowOf.get(place)?.[column.field]
    return typeof text === 'string' ? text : (group.values[index] ?? null)
  }
}
