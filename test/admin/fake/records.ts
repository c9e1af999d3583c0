import type { Condition } from '#shared/api/condition.ts'
import type { Group, GroupsQuery } from '#shared/api/groups.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import type { Order } from '#shared/declaration/entity.ts'
import { searchText, searchWords } from '#shared/values/search.ts'

/** A record of the fake API; its version counts its changes. */
export interface FakeRecord {
  id: string
  version: number
  [name: string]: unknown
}

/** What a list asks of its records. */
export type FakeFilter = Pick<ListQuery, 'conditions' | 'q'>

/** The records that match a filter. */
export const matching = (records: readonly FakeRecord[], { conditions, q = '' }: FakeFilter): FakeRecord[] =>
  records.filter(
    (record) =>
      conditions.every((condition) => holds(record, condition)) &&
      searchWords(q).every((word) => searchText(Object.values(record).map(String)).includes(word)),
  )

/** The records in an order. */
export const sorted = (records: readonly FakeRecord[], order: Order): FakeRecord[] =>
  records.toSorted((a, b) => order.map((key) => compared(a, b, key)).find((sign) => sign !== 0) ?? 0)

/** The groups of the records that match, the largest first. */
export function groupsOf(records: readonly FakeRecord[], { by, sum, ...filter }: GroupsQuery): Group[] {
  const groups = new Map<string, Group>()
  for (const record of matching(records, filter)) {
    const key = Object.fromEntries(by.map(({ name, field, span }) => [name, partOf(record[field], span)]))
    const { count, sums } = groups.get(JSON.stringify(key)) ?? { count: 0, sums: {} as Group['sums'] }
    const added = sum.map((name) => [name, (sums[name] ?? 0) + Number(record[name] ?? 0)])
    groups.set(JSON.stringify(key), { key, count: count + 1, sums: Object.fromEntries(added) })
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count)
}

/** A value as it is grouped: whole, or the day or month of a time. */
const partOf = (value: unknown, span?: 'day' | 'month') =>
  span && value ? String(value).slice(0, span === 'day' ? 10 : 7) : ((value ?? null) as Group['key'][string])

/** -1, 0 or 1 by one key of an order. */
const compared = (a: FakeRecord, b: FakeRecord, [name, direction]: Order[number]): number =>
  Math.sign(Number(String(a[name]) > String(b[name])) - Number(String(a[name]) < String(b[name]))) *
  (direction === 'ASC' ? 1 : -1)

/** Whether a record is as a condition says; a day holds its instants, here those of UTC. */
function holds(record: FakeRecord, { field, operator, value }: Condition): boolean {
  const stored = [record[field] ?? []].flat()
  const placeOf = (each: unknown, asked: unknown): number => {
    if (typeof each === 'number') return Math.sign(each - Number(asked))
    const text = String(each).slice(0, /^\d{4}-/.test(String(asked)) ? String(asked).length : undefined)
    return Number(text > String(asked)) - Number(text < String(asked))
  }
  const places = stored.flatMap((each) => [value].flat().map((asked) => placeOf(each, asked)))
  const signs = { gt: [1], gte: [0, 1], lt: [-1], lte: [-1, 0], eq: [0], any: [0], neq: [0] }
  if (operator === 'empty') return (stored.length === 0) === value
  if (operator === 'contains') return stored.some((each) => String(each).includes(String(value)))
  return places.some((place) => signs[operator].includes(place)) !== (operator === 'neq')
}
