import type { Row } from '#functions/platform/store/item.ts'
import type { Order } from '#shared/declaration/entity.ts'
import { rowsOf } from '../file/rows.ts'
import { DamagedRow, type SqlCell, type SqlFile, type SqlRow } from '../file/sqlite.ts'
import { type ProjectionTable, quoted } from '../file/tables.ts'
import { countAll, countOf, keepTotal, lastTotal, type MatchQuery, type SqlSource, sourceOf } from './matchQuery.ts'
import { afterSql, areInOrder, indexFor, isIndexOrder, sortingSql, type WholeOrder, wholeOrder } from './order.ts'
import { allOf, type SqlPart } from './sqlPart.ts'

/** Which part of a list is asked for: from an offset on, or after a record with these cells. */
export interface PageRange {
  readonly offset: number
  readonly limit: number
  readonly after?: readonly SqlCell[]
}

/** A part of a list, how many records match in all, and the cells of its last record in the order of the list. */
export interface PageAnswer {
  readonly rows: readonly Row[]
  readonly total: number
  readonly last?: readonly SqlCell[]
}

/** A page of the records that match, in an order. */
export function pageOf(file: SqlFile, matching: MatchQuery, asked: Order | undefined, range: PageRange): PageAnswer {
  const order = wholeOrder(matching.table, asked)
  const { keys, total } = fewKeys(file, matching, order, range) ?? manyKeys(file, matching, order, range)
  if (!areInOrder(order, keys)) throw new DamagedRow('An index of the projection is not as it was written')
  const last = keys.at(-1)
  return {
    rows: rowsOf(file, matching.table, keys),
    total,
    ...(last && { last: order.map(({ column }) => last[column] ?? null) }),
  }
}

interface FoundKeys {
  readonly keys: readonly SqlRow[]
  readonly total: number
}

/** Records that match are put in order by themselves as long as they are this many, or this part of all. */
const togetherAtMost = { records: 4000, part: 1 / 8 } as const

/** Finds, counts and orders in one reading of the table; undefined when so many match that another way is quicker. */
function fewKeys(file: SqlFile, matching: MatchQuery, order: WholeOrder, range: PageRange): FoundKeys | undefined {
  if (matching.where.length === 0) return undefined
  const most = Math.max(togetherAtMost.records, Math.floor(countAll(file, matching) * togetherAtMost.part))
  if ((lastTotal(file, matching) ?? 0) > most) return undefined
  const source = sourceOf(file, matching)
  if (source.isCovered && !source.isFew) return undefined
  const names = namesOf(order)
  const after = range.after ? afterSql(order, range.after) : { sql: '1', values: [] }
  const isFirst = !range.after && range.offset === 0
  const found = file.all(
    `WITH "few" AS MATERIALIZED (SELECT ${names} FROM ${source.from} WHERE ${source.where.sql} LIMIT ?)
SELECT ${names}, (SELECT count(*) FROM "few") AS "number of all" FROM "few" WHERE ${after.sql} ORDER BY ${sortingSql(order)} LIMIT ? OFFSET ?`,
    [...source.where.values, most + 1, ...after.values, range.limit, range.after ? 0 : range.offset],
  )
  const [record] = found
  // Of a page that has no rows nobody knows how many are before it.
  const total = record ? Number(record['number of all']) : isFirst ? 0 : countOf(file, matching)
  if (total > most) return undefined
  return { keys: found.map(({ 'number of all': _, ...key }) => key), total: keepTotal(file, matching, total) }
}

/**
 * What it costs to visit a record, beside reading it in the order of the table: in the facets, along an index alone, with
 * a look at the table besides, and to put it in order among all. Measured at 100,000 and a million records.
 */
const costs = { scan: 1, facets: 0.3, walk: 0.2, lookUp: 5, sort: 5 } as const

function manyKeys(file: SqlFile, matching: MatchQuery, order: WholeOrder, range: PageRange): FoundKeys {
  const { table, where, equal } = matching
  const total = countOf(file, matching)
  // Records may have gone from before a cursor's place: how many there were says nothing of what comes after it.
  if (range.after ? total === 0 : range.offset >= total) return { keys: [], total }
  const after = range.after ? [afterSql(order, range.after)] : []
  const count = countAll(file, matching)
  const isDeep = !range.after && range.offset + range.limit > heapSize
  const { source, reading } = cheapestSource(file, matching, order, total)
  const index = indexFor(table, order, equal)
  if (index) {
    const isCovered = where.every(({ reads }) => reads?.every((name) => index.columns.includes(name)))
    const request = { index: index.name, order, where: allOf([...where, ...after]), range, total }
    const { reach, keys } = walkOf(file, table, request)
    const walk = isCovered ? reach * costs.walk : ((reach * count) / total) * costs.lookUp
    if (walk < reading + (isDeep ? total * costs.sort : 0)) return { keys: keys(), total }
  }
  return { keys: sorted(file, source, order, after, range), total }
}

/** How the cells of an order are read of all that match, and what that costs. */
function cheapestSource(file: SqlFile, matching: MatchQuery, order: WholeOrder, total: number) {
  const count = countAll(file, matching)
  const whole = sourceOf(
    file,
    matching,
    order.map(({ column }) => column),
  )
  if (whole.isFew) return { source: whole, reading: total * costs.lookUp }
  if (whole.isCovered) return { source: whole, reading: count * costs.facets }
  const found = sourceOf(file, matching)
  const reading = count * costs.facets + total * costs.lookUp
  return found.isCovered && reading < count * costs.scan
    ? { source: found, reading }
    : { source: whole, reading: count * costs.scan }
}

const namesOf = (order: WholeOrder): string => order.map(({ column }) => quoted(column)).join(', ')

/** Pages near the start are kept in a small heap; deep ones are cut out of a whole sort, which is then quicker. */
const heapSize = 1000

function sorted(
  file: SqlFile,
  source: SqlSource,
  order: WholeOrder,
  after: readonly SqlPart[],
  { limit, offset }: PageRange,
): SqlRow[] {
  const where = allOf([source.where, ...after])
  const select = `SELECT ${namesOf(order)} FROM ${source.from} WHERE ${where.sql} ORDER BY ${sortingSql(order)}`
  const isDeep = after.length === 0 && offset + limit > heapSize
  const sql = isDeep ? `WITH "sorted" AS MATERIALIZED (${select}) SELECT * FROM "sorted"` : select
  return file.all(`${sql} LIMIT ? OFFSET ?`, [...where.values, limit, after.length > 0 ? 0 : offset])
}

interface WalkRequest {
  readonly index: string
  readonly order: WholeOrder
  readonly where: SqlPart
  readonly range: PageRange
  readonly total: number
}

/** A page found by walking along an index, and how many matching records that passes by; a deep one from the nearer end. */
function walkOf(file: SqlFile, table: ProjectionTable, { index, order, where, range, total }: WalkRequest) {
  const { name } = table
  const [{ column, isDescending } = { column: 'id', isDescending: false }] = order
  const key = quoted(column)
  const select = `SELECT ${namesOf(order)} FROM ${name} INDEXED BY ${quoted(index)} WHERE ${where.sql}`
  const [forward, backward] = isDescending ? [' DESC', ''] : ['', ' DESC']
  const rows = (condition: string, direction: string, ...values: unknown[]) =>
    file.all(`${select}${condition} ORDER BY ${key}${direction}, "id"${direction} LIMIT ? OFFSET ?`, [
      ...where.values,
      ...values,
    ])
  const { after, limit, offset } = range
  const fromEnd = total - offset - limit
  if (!after && fromEnd < offset && isIndexOrder(file, table, order)) {
    const size = Math.min(limit, total - offset)
    const skip = Math.max(0, fromEnd)
    return { reach: skip + size, keys: () => rows('', backward, size, skip).reverse() }
  }
  const cell = after?.[0] ?? null
  const keys = () => {
    // The bound says again what `where` says, in words by which SQLite finds its place in the index.
    const bound = cell === null ? '' : ` AND ${key} ${isDescending ? '<=' : '>='} ?`
    const bounds = cell === null ? [] : [cell]
    const page = rows(` AND ${key} IS NOT NULL${bound}`, forward, ...bounds, limit, after ? 0 : offset)
    if (page.length === limit) return page
    const count = `SELECT count(*) AS "n" FROM ${name} WHERE ${where.sql} AND ${key} IS NOT NULL`
    const passed = after ? 0 : Number(file.first(count, where.values)?.n)
    const skip = after ? 0 : Math.max(0, offset - passed)
    return [...page, ...rows(` AND ${key} IS NULL`, forward, limit - page.length, skip)]
  }
  return { reach: (after ? 0 : offset) + limit, keys }
}
