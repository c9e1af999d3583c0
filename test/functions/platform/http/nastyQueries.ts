import fc from 'fast-check'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Route } from '#shared/declaration/routes.ts'
import { entityOf } from '#shared/entities/index.ts'
import { bodyFor, type Records } from '#test/functions/platform/records/everyRecord.ts'
import { nastyNumber, nastyText, nastyValue, rawBody } from './nastyValues.ts'

const operators = ['', '_neq', '_gt', '_gte', '_lt', '_lte', '_eq_any', '_contains', '_empty', '_like']

/** Filters of columns with a value of their kind or a malicious one, by operators that fit or do not. */
function filters(entity: Entity | undefined, records: Records): fc.Arbitrary<string> {
  const columns = (entity?.columns ?? []).flatMap((name) => {
    const field = entity && fieldOf(entity, name)
    return field ? [[name, { ...field, isRequired: true }] as const] : []
  })
  const right = Object.entries(bodyFor(Object.fromEntries(columns), records))
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('id', 'q', 'recordId', ...columns.map(([column]) => column)) },
    { weight: 1, arbitrary: nastyText },
  )
  const pair = fc.oneof(fc.tuple(name, nastyValue), fc.constantFrom(...right, ['q', 'saleh'] as const))
  return fc
    .array(fc.tuple(pair, fc.constantFrom(...operators), fc.boolean()), { maxLength: 3 })
    .map((each) =>
      JSON.stringify(
        Object.fromEntries(
          each.map(([[column, one], operator, isList]) => [
            column + operator,
            operator === '_empty' ? isList : operator === '_eq_any' && isList ? [one] : one,
          ]),
        ),
      ),
    )
}

/** Query strings of lists and groups, right ones and others. */
export const nastyQueries = (route: Route, records: Records): fc.Arbitrary<Record<string, string>> => {
  const entity = route.resource ? entityOf(route.resource) : undefined
  const column = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('id', ...(entity?.columns ?? [])) },
    { weight: 1, arbitrary: nastyText },
  )
  const sort = fc
    .array(fc.tuple(column, fc.constantFrom('ASC', 'DESC', 'UP')), { minLength: 1, maxLength: 3 })
    .map((each) => JSON.stringify(each.flat()))
  const spans = fc.tuple(column, fc.constantFrom('', ':day', ':month', ':year')).map((parts) => parts.join(''))
  const groups = fc.array(spans, { minLength: 1, maxLength: 3 }).map((each) => JSON.stringify(each))
  const range = fc.tuple(nastyNumber, nastyNumber).map((each) => JSON.stringify(each))
  const parameter = (right: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: fc.oneof(nastyText, rawBody) })
  const filter = parameter(filters(entity, records))
  const list = {
    sort: parameter(sort),
    range: parameter(range),
    cursor: nastyText,
    limit: fc.oneof(nastyText, nastyNumber.map(String)),
  }
  const all: Record<string, fc.Arbitrary<string>> = route.operation === 'groups'
    ? { filter, by: parameter(groups), sum: parameter(groups), more: nastyText }
    : { filter, ...list, more: nastyText }
  return fc.record(all, { requiredKeys: [] }).map((each) =>
    Object.fromEntries(
      Object.entries(each)
        .slice(0, 3)
        .flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
    ),
  )
}

/** Records that somebody claims to have written. */
export const nastySeen = (id: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(`${id}@1`, `${id}@999999999`, `${id}@-1`, `${id}@`, `@1,${id}@1,,`, `${id}@1,`.repeat(40)),
    nastyText,
  )
