import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import type { Entity, View } from '#shared/declaration/entity.ts'
import { type Meter, spend, store } from './client.ts'
import { type Row, toRow } from './item.ts'
import { counterKey, recordKey, viewPartition } from './keys.ts'
import { getItem } from './read.ts'
import { indexes } from './table.ts'

/** A part of a view: equal key values, an order, and bounds of the sort value (inclusive). */
export interface Slice {
  readonly entity: Entity
  readonly view: View
  readonly values: readonly unknown[]
  readonly isDescending: boolean
  readonly from?: string
  readonly to?: string
}

/** A row with the value it is ordered by. */
export interface ViewRow {
  readonly row: Row
  readonly sort: string
}

/** Where reading of a slice continues: after this row. */
export interface Position {
  readonly id: string
  readonly sort: string
}

/** Counts of a counted slice by month, as its counter holds them. */
export async function monthCounts(
  slice: Slice,
  meter?: Meter,
): Promise<{ total: number; months: Map<string, number> }> {
  const item = (await getItem(counterKey(slice.entity, slice.view, slice.values), { meter })) ?? {}
  const months = Object.entries(item).filter(([name, n]) => /^\d{4}-\d\d$/.test(name) && Number(n) > 0)
  return { total: Number(item.n ?? 0), months: new Map(months.map(([month, n]) => [month, Number(n)])) }
}

/** Counts per day of one month of a counted slice. */
export async function dayCounts(slice: Slice, month: string, meter?: Meter): Promise<Map<string, number>> {
  const item = (await getItem(counterKey(slice.entity, slice.view, slice.values, month), { meter })) ?? {}
  const days = Object.entries(item).filter(([name, n]) => /^\d\d$/.test(name) && Number(n) > 0)
  return new Map(days.map(([day, n]) => [`${month}-${day}`, Number(n)]))
}

/** Rows of a slice in order, read page by page as they are consumed. */
export async function* readSlice(
  slice: Slice,
  options: { pageSize: number; after?: Position; meter?: Meter },
): AsyncGenerator<ViewRow> {
  const partition = viewPartition(slice.entity, slice.values)
  let startKey = options.after && keyOf(slice, partition, options.after)
  do {
    const page = await queryIndex(slice, partition, options.pageSize, startKey, options.meter)
    yield* page.rows
    startKey = page.next
  } while (startKey)
}

async function queryIndex(
  slice: Slice,
  partition: string,
  limit: number,
  startKey: Record<string, unknown> | undefined,
  meter: Meter | undefined,
): Promise<{ rows: ViewRow[]; next?: Record<string, unknown> }> {
  const index = indexOf(slice.view)
  if (slice.from !== undefined && slice.to !== undefined && slice.from > `${slice.to}\uffff`) return { rows: [] }
  // Every stored sort value ends below this character, so a prefix such as a day is an inclusive upper bound.
  const bounds = { ':from': slice.from ?? ' ', ':to': `${slice.to ?? ''}\uffff` }
  const isBounded = slice.from !== undefined || slice.to !== undefined
  const answer = await store().send(
    new QueryCommand({
      TableName: env.table,
      IndexName: index.name,
      KeyConditionExpression: isBounded ? '#p = :p AND #s BETWEEN :from AND :to' : '#p = :p',
      ExpressionAttributeNames: { '#p': index.partition, ...(isBounded && { '#s': index.sort }) },
      ExpressionAttributeValues: { ':p': partition, ...(isBounded && bounds) },
      ScanIndexForward: !slice.isDescending,
      Limit: limit,
      ExclusiveStartKey: startKey,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  spend(meter, answer.ConsumedCapacity)
  const rows = (answer.Items ?? []).map((item) => ({ row: toRow(item), sort: String(item[index.sort]) }))
  return { rows, next: answer.LastEvaluatedKey }
}

function indexOf(view: View) {
  const index = indexes[view.index - 1]
  if (!index) throw new Error(`There is no index ${view.index}`)
  return index
}

function keyOf(slice: Slice, partition: string, after: Position): Record<string, unknown> {
  const index = indexOf(slice.view)
  return { ...recordKey(after.id), [index.partition]: partition, [index.sort]: after.sort }
}
