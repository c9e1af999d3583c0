import type { Order } from '#shared/declaration/entity.ts'
import { compareCells } from '../file/cells.ts'
import type { SqlCell, SqlFile, SqlRow } from '../file/sqlite.ts'
import { type ProjectionTable, quoted } from '../file/tables.ts'
import { allOf, anyOf, type SqlPart } from './sqlPart.ts'

/** A whole order: its columns and at last the id, so that no two records are equal; none has its empty values first. */
export type WholeOrder = readonly { readonly column: string; readonly isDescending: boolean }[]

/** The order of a list: the one asked for, else the entity's own; ties are broken by id in the direction of the first. */
export function wholeOrder({ entity, columns }: ProjectionTable, asked: Order | undefined): WholeOrder {
  const names = (asked ?? entity.order).filter(
    ([name], index, all) =>
      all.findIndex(([each]) => each === name) === index &&
      (name === 'id' || columns.some((column) => column.name === name)),
  )
  const byId = names.findIndex(([name]) => name === 'id')
  const keys = (byId < 0 ? names : names.slice(0, byId + 1)).map(([column, direction]) => ({
    column,
    isDescending: direction === 'DESC',
  }))
  return byId < 0 ? [...keys, { column: 'id', isDescending: keys[0]?.isDescending ?? false }] : keys
}

/** An order by sorting. A plus keeps SQLite from walking an index where sorting is cheaper. */
export const sortingSql = (order: WholeOrder): string =>
  order
    .map(({ column, isDescending }) => {
      const name = quoted(column)
      if (column === 'id') return isDescending ? '"id" DESC' : '"id"'
      return isDescending ? `+${name} DESC` : `${name} IS NULL, +${name}`
    })
    .join(', ')

/** The index that has the records in an order of one column; undefined when there is none. */
export function indexFor(
  { indexes }: ProjectionTable,
  order: WholeOrder,
  equal: ReadonlySet<string>,
): { readonly name: string; readonly columns: readonly string[] } | undefined {
  const [first, second] = order
  if (!first || second?.column !== 'id' || second.isDescending !== first.isDescending) return undefined
  const fits = [...indexes].filter(
    ([, columns]) => columns.at(-1) === first.column && columns.slice(0, -1).every((name) => equal.has(name)),
  )
  const [best] = fits.sort(([, a], [, b]) => b.length - a.length)
  return best && { name: best[0], columns: best[1] }
}

/**
 * Whether an index has all records in an order of its column. SQLite takes an empty value for the smallest: descending
 * it comes last by itself, ascending it must not.
 */
export const isIndexOrder = (file: SqlFile, { name }: ProjectionTable, [first]: WholeOrder): boolean =>
  first !== undefined &&
  (first.isDescending || !file.first(`SELECT 1 FROM ${name} WHERE ${quoted(first.column)} IS NULL LIMIT 1`))

/** What comes after a record in an order, by its cells. */
export const afterSql = (order: WholeOrder, cells: readonly SqlCell[]): SqlPart =>
  anyOf(
    order.map(({ column, isDescending }, index) => {
      // A plus keeps SQLite from looking for each of these in an index.
      const name = `+${quoted(column)}`
      const cell = cells[index] ?? null
      const equal = order
        .slice(0, index)
        .map((key, place): SqlPart => ({ sql: `+${quoted(key.column)} IS ?`, values: [cells[place] ?? null] }))
      // Empty values are the last ones: nothing comes after them but other empty ones.
      if (cell === null) return { sql: '0', values: [] }
      const beyond = { sql: `(${name} ${isDescending ? '<' : '>'} ? OR ${name} IS NULL)`, values: [cell] }
      return allOf([...equal, beyond])
    }),
  )

/** Whether records stand in an order, none of them twice; a damaged index may give them otherwise. */
export const areInOrder = (order: WholeOrder, keys: readonly SqlRow[]): boolean =>
  keys.every((key, index) => {
    const before = keys[index - 1]
    return before === undefined || isBefore(order, before, key)
  })

function isBefore(order: WholeOrder, first: SqlRow, second: SqlRow): boolean {
  for (const { column, isDescending } of order) {
    const [a, b] = [first[column] ?? null, second[column] ?? null]
    if (a === b) continue
    if (a === null || b === null) return b === null
    return compareCells(a, b) < 0 !== isDescending
  }
  return false
}
