import type { Actor } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SqlFile } from '../file/sqlite.ts'
import { fileState } from '../file/state.ts'
import { type ProjectionTable, quoted, tableOf } from '../file/tables.ts'
import { allOf, type SqlPart } from './sqlPart.ts'
import { type Filter, whereOf } from './where.ts'
import { zonesFor } from './zones.ts'

/** The records of an entity that a filter asks for and the actor may see. */
export interface MatchQuery {
  readonly table: ProjectionTable
  readonly where: readonly SqlPart[]
  /** Columns that have one and the same value in all of them. */
  readonly equal: ReadonlySet<string>
}

/** What a filter asks for, as parts of a statement. */
export function matchingOf(file: SqlFile, entity: Entity, filter: Filter, actor: Actor): MatchQuery {
  const where = whereOf(entity, filter, actor, zonesFor(file, actor))
  return {
    table: tableOf(entity),
    where,
    equal: new Set(where.flatMap(({ on, isEqual }) => (on && isEqual ? [on] : []))),
  }
}

/** How a table is read for a question: by an index, or all of it. */
export interface SqlSource {
  readonly from: string
  readonly where: SqlPart
  /** An index alone has all that is read; without it the table is read whole, unless `isFew`. */
  readonly isCovered: boolean
  /** The index holds few records that are as asked. */
  readonly isFew: boolean
}

/**
 * The best way to read some columns of the records that match; without `reads` to say which they are. SQLite is left no
 * choice, for without figures it chooses badly.
 */
export function sourceOf(file: SqlFile, matching: MatchQuery, reads: readonly string[] = []): SqlSource {
  const { table, where } = matching
  // Without a condition SQLite counts entries and reads none.
  if (where.length === 0 && reads.length === 0)
    return { from: table.name, where: allOf([]), isCovered: true, isFew: false }
  const few = fewestBy(file, matching)
  const covering = coveringIndex(matching, reads)
  const index = few ?? covering
  if (index) {
    const from = `${table.name} INDEXED BY ${quoted(index)}`
    return { from, where: allOf(where), isCovered: index === covering, isFew: few !== undefined }
  }
  return { from: table.name, where: allOf(where.map(scanned)), isCovered: false, isFew: false }
}

// With a plus in front of it a column is not looked up in an index, of which nearly all would have to be read.
const scanned = ({ on, sql, ...part }: SqlPart): SqlPart =>
  on ? { ...part, sql: sql.replaceAll(quoted(on), `+${quoted(on)}`) } : { ...part, sql }

/** Totals of the last questions of a file, each of one state of it. */
const totals = new WeakMap<SqlFile, Map<string, { state: number; total: number }>>()
const mostTotals = 500

const totalsOf = (file: SqlFile, { table, where }: MatchQuery) => {
  const known = totals.get(file) ?? new Map<string, { state: number; total: number }>()
  totals.set(file, known)
  return { known, question: JSON.stringify([table.name, where.map(({ sql, values }) => [sql, values])]) }
}

/** How many records matched the last time, whatever was written since. */
export function lastTotal(file: SqlFile, matching: MatchQuery): number | undefined {
  const { known, question } = totalsOf(file, matching)
  return known.get(question)?.total
}

/** Keeps how many records match in the state that the file is in. */
export function keepTotal(file: SqlFile, matching: MatchQuery, total: number): number {
  const { known, question } = totalsOf(file, matching)
  if (known.size >= mostTotals) known.clear()
  known.set(question, { state: fileState(file), total })
  return total
}

/** How many records match; counted once for each state of the file. */
export function countOf(file: SqlFile, matching: MatchQuery): number {
  const { known, question } = totalsOf(file, matching)
  const last = known.get(question)
  if (last?.state === fileState(file)) return last.total
  const { from, where } = sourceOf(file, matching)
  const condition = matching.where.length > 0 ? ` WHERE ${where.sql}` : ''
  return keepTotal(
    file,
    matching,
    Number(file.first(`SELECT count(*) AS "n" FROM ${from}${condition}`, where.values)?.n),
  )
}

/** The index that has every column which is read, so that the table need not be: one that leads to them, else the facets. */
function coveringIndex(
  { table: { indexes, facets }, where }: MatchQuery,
  reads: readonly string[],
): string | undefined {
  const asked = where.map(({ on }) => on)
  const read = [...where.map((part) => part.reads), reads]
  const has = (columns: readonly string[]) =>
    read.every((names) => names?.every((name) => name === 'id' || columns.includes(name)))
  const leading = [...indexes].find(([, columns]) => asked.includes(columns[0]) && has(columns))
  return leading?.[0] ?? (facets && has(facets.columns) ? facets.name : undefined)
}

/** The number of all records of a table. */
export const countAll = (file: SqlFile, { table }: MatchQuery): number =>
  countOf(file, { table, where: [], equal: new Set() })

/** Records that are few: an index that leaves no more is read instead of the table. */
const few = 4000

/** The index of the column of which the fewest records are as asked, if these are few. */
function fewestBy(file: SqlFile, { table, where }: MatchQuery): string | undefined {
  let best: { index: string; count: number } | undefined
  for (const { on, sql, values } of where) {
    const index = [...table.indexes].find(([, [first]]) => first === on)?.[0]
    if (!on || !index) continue
    const count = Number(
      file.first(
        `SELECT count(*) AS "n" FROM (SELECT 1 FROM ${table.name} INDEXED BY ${quoted(index)} WHERE ${sql} LIMIT ${few + 1})`,
        values,
      )?.n,
    )
    if (count <= few && count < (best?.count ?? Number.POSITIVE_INFINITY)) best = { index, count }
  }
  return best?.index
}
