import { type Desk, lineCount, pageRows } from '#test/bench/desk.ts'
import { connect } from '#test/bench/product/connection.ts'
import { type DeskQuestion, summedColumn } from '#test/bench/questions.ts'

/** Columns of the list as both products show them. */
export const columns = [
  'id',
  'number',
  'type',
  'status',
  'severity',
  'patientName',
  'disputedMinor',
  'currency',
  'receivedAt',
  'responseDueAt',
  'siteId',
  'ownerId',
  'patientId',
  'isOpen',
] as const

const operators: readonly (readonly [suffix: string, operator: string])[] = [
  ['_eq_any', '_in'],
  ['_neq', '_neq'],
  ['_gte', '_gte'],
  ['_lte', '_lte'],
  ['_gt', '_gt'],
  ['_lt', '_lt'],
  ['_contains', '_icontains'],
  ['_empty', '_null'],
]

/** One condition of ours in the other product's words: `receivedAt_gte` becomes `{receivedAt: {_gte: …}}`. */
function condition(name: string, value: unknown): object {
  const [suffix, operator] = operators.find(([ending]) => name.endsWith(ending)) ?? ['', '_eq']
  return { [name.slice(0, name.length - suffix.length)]: { [operator]: value } }
}

/** The address of a question at Directus: the same rows, columns, order and exact total. */
export function directusAddress({ filter, sort, by }: DeskQuestion, n: number, size: number, offset = 0): string {
  const { q, ...rest } = filter?.(n, size) ?? {}
  const query = new URLSearchParams()
  const conditions = Object.entries(rest).map(([name, value]) => condition(name, value))
  if (conditions.length > 0) query.set('filter', JSON.stringify({ _and: conditions }))
  if (q !== undefined) query.set('search', String(q))
  if (by) {
    for (const column of by) query.append('groupBy[]', column)
    query.set('aggregate[count]', '*')
    query.set('aggregate[sum]', summedColumn)
    query.set('limit', '-1')
    return `/items/cases?${query}`
  }
  query.set('fields', columns.join(','))
  query.set('limit', String(pageRows))
  query.set('offset', String(offset))
  query.set('meta', 'filter_count')
  const order = sort ?? [['receivedAt', 'DESC']]
  query.set('sort', order.map(([column, direction]) => (direction === 'DESC' ? `-${column}` : column)).join(','))
  return `/items/cases?${query}`
}

/** A running Directus with a collection `cases` (see `fillDirectus.ts`). */
export function directus(url: string, token: string): Desk & { close(): void } {
  const connection = connect(url, token)
  return {
    name: 'Directus',
    ask: (question, n, size, offset) => connection.get(directusAddress(question, n, size, offset)),
    totalOf: ({ by }, answer) => (by ? answer.json().data.length : answer.json().meta.filter_count),
    rowsOf: (answer) => answer.json().data,
    async exportAll() {
      const query = `export=csv&limit=-1&fields=${columns.join(',')}&sort=-receivedAt`
      return lineCount((await connection.get(`/items/cases?${query}`)).text())
    },
    async changeMany(ids, changes) {
      const answer = await connection.send('PATCH', '/items/cases?fields=id&limit=-1', { keys: ids, data: changes })
      return answer.json().data.length
    },
    close: connection.close,
  }
}
