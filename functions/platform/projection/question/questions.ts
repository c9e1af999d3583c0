import type { Row } from '#functions/platform/store/item.ts'
import type { GroupsQuery } from '#shared/api/groups.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { Order } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { checkedId, rowColumns, rowOf } from '../file/rows.ts'
import type { SqlFile, SqlRow } from '../file/sqlite.ts'
import { quoted } from '../file/tables.ts'
import { type GroupsAnswer, groupsOf } from './groups.ts'
import { matchingOf, sourceOf } from './matchQuery.ts'
import { indexFor, isIndexOrder, sortingSql, wholeOrder } from './order.ts'
import { type PageAnswer, type PageRange, pageOf } from './page.ts'
import type { Filter } from './where.ts'
import { zonesFor } from './zones.ts'

/** Which records of a resource are asked for, and by whom; plain data, for another thread may answer. */
export interface ListQuestion {
  readonly resource: string
  readonly filter: Filter
  readonly actor: Actor
  readonly order?: Order
}

const matchingIn = (file: SqlFile, { resource, filter, actor }: ListQuestion) =>
  matchingOf(file, entityOf(resource), filter, actor)

/** A page of the records in question. */
export const answerPage = (file: SqlFile, question: ListQuestion, range: PageRange): PageAnswer =>
  file.reading(() => pageOf(file, matchingIn(file, question), question.order, range))

/** Counts and sums of the records in question. */
export const answerGroups = (
  file: SqlFile,
  question: ListQuestion,
  columns: Pick<GroupsQuery, 'by' | 'sum'>,
): GroupsAnswer =>
  file.reading(() => groupsOf(file, matchingIn(file, question), columns, zonesFor(file, question.actor)))

/** The ids of all records in question, in order. */
export const answerIds = (file: SqlFile, question: ListQuestion): string[] =>
  file.reading(() => [...recordsOf(file, question)].map(checkedId))

/** The rows of all records in question, in order, of the state at the first of them. */
export function* answerRows(file: SqlFile, question: ListQuestion): Generator<Row> {
  for (const each of recordsOf(file, question)) yield rowOf(each)
}

function recordsOf(file: SqlFile, question: ListQuestion): Generator<SqlRow> {
  const matching = matchingIn(file, question)
  const { table } = matching
  const order = wholeOrder(table, question.order)
  const names = order.map(({ column }) => column)
  const index = matching.where.length === 0 ? indexFor(table, order, matching.equal) : undefined
  const rowsFor = (found: string, place: string) =>
    `SELECT s."id" AS "id", ${rowColumns} FROM (${found}) AS s LEFT JOIN ${table.rows} USING ("id") ORDER BY ${place}`
  if (index && isIndexOrder(file, table, order)) {
    const found = `SELECT ${names.map(quoted).join(', ')} FROM ${table.name} INDEXED BY ${quoted(index.name)}`
    const place = order.map(({ column, isDescending }) => `s.${quoted(column)}${isDescending ? ' DESC' : ''}`)
    return file.each(rowsFor(found, place.join(', ')))
  }
  const { from, where } = sourceOf(file, matching, names)
  const place = `row_number() OVER (ORDER BY ${sortingSql(order)}) AS "place"`
  return file.each(rowsFor(`SELECT "id", ${place} FROM ${from} WHERE ${where.sql}`, '"place"'), where.values)
}
