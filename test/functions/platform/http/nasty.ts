import fc from 'fast-check'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Route } from '#shared/declaration/routes.ts'
import { entityOf } from '#shared/entities/index.ts'
import { bodyFor, type Records } from '#test/functions/platform/records/everyRecord.ts'

/** One malicious request. */
export interface Nasty {
  readonly address: string
  readonly raw?: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

/** Stands for the version a record has when the request is sent. */
export const current = 'current'

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`
const texts = [
  ...[
    '',
    ' ',
    'x',
    'x'.repeat(300),
    '\u0000',
    '\ud800',
    'a\udfffb',
    '\u0301\u0301',
    'ـــ',
    "''",
    '🦷'.repeat(60),
    '\u202eabc',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-0',
    '1e999',
    "'; DROP TABLE cases; --",
    '=1+1',
    '../../etc/passwd',
  ],
  ...[
    'a|b#c',
    '{{7*7}}',
    '%00',
    '\r\nSet-Cookie: a=b',
    '2026-13-45',
    '2026-02-30T25:61:61.000Z',
    '+966501234567',
    'a@b',
    '2026',
  ],
  ...['case_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'site_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'user_01ARZ3NDEKTSV4RRFFQ69G5FAV'],
]
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const number = fc.constantFrom(0, -0, -1, 1, 0.5, 1e15, -1e15, 1e308, 2 ** 53, 5e-324)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: number },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], { $ne: 1 }, { S: 'x' }, Array(300).fill('x')),
  },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(text, fc.oneof(text, number), { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

const rawBody = fc.oneof(
  fc.constantFrom('', '{', '[]', 'null', '"x"', '0', '{}{}', '\ufeff{}', 'undefined', '{"a":1,}', '{"version":1}'),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"a":{"__proto__":null}}',
    '{"\\ud800":1}',
  ),
  fc.constantFrom(
    nested(40, '[', ']'),
    nested(3000, '[', ']'),
    nested(3000, '{"a":', '}'),
    `{"a":${nested(200, '[', ']')}}`,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  value.map((each) => JSON.stringify(each)),
)

/** A body that would be right but for one or two of its values, or for a name too many. */
const brokenBody = (
  right: Readonly<Record<string, unknown>>,
  names: readonly string[],
  entity?: Entity,
): fc.Arbitrary<string> => {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom('id', 'version', ...Object.keys(entity?.facts ?? {})) },
    { weight: 1, arbitrary: text },
  )
  const changes = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 2 })
  return fc
    .tuple(changes, fc.nat())
    .map(([each, n]) => JSON.stringify({ ...right, ...uniqueValues(right, n, entity), ...Object.fromEntries(each) }))
}

/** New values for the fields whose values occur once. */
const uniqueValues = (right: Readonly<Record<string, unknown>>, n: number, entity?: Entity): Record<string, unknown> =>
  Object.fromEntries(
    (entity?.unique ?? [])
      .flat()
      .filter((name) => typeof right[name] === 'string' && entity?.fields[name]?.kind === 'text')
      .map((name) => [name, n.toString(36).slice(-6)]),
  )

function rightBody(route: Route, records: Records): { right: Record<string, unknown>; names: string[] } {
  const entity = route.resource ? entityOf(route.resource) : undefined
  if (!entity) return { right: {}, names: ['filter', 'recordId', 'lines', 'classRules'] }
  const id = records.get(entity.resource)?.id
  const action = entity.actions[route.operation]
  if (action) return { right: bodyFor(action.body, records), names: [...Object.keys(action.body), 'more'] }
  const names = Object.keys(entity.fields)
  if (route.operation === 'create') return { right: { ...bodyFor(entity.fields, records), ...entity.example }, names }
  if (route.operation === 'bulk')
    return {
      right: { ids: [id], changes: {}, dryRun: true },
      names: ['ids', 'filter', 'changes', 'action', 'body', 'dryRun', 'expectedCount'],
    }
  if (route.operation === 'export-list')
    return { right: { ids: [id] }, names: ['ids', 'filter', 'sort', 'columns', 'format'] }
  if (route.operation === 'import-list')
    return {
      right: { file: `id,${names.join(',')}\n${id}`, mode: 'update', dryRun: true },
      names: ['file', 'mapping', 'mode', 'key', 'dryRun'],
    }
  return { right: {}, names }
}

const query = (route: Route): fc.Arbitrary<Record<string, string>> => {
  const entity = route.resource ? entityOf(route.resource) : undefined
  const operators = ['', '_neq', '_gt', '_gte', '_lt', '_lte', '_eq_any', '_like']
  const name = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('id', 'q', 'recordId', ...(entity?.columns ?? [])), fc.constantFrom(...operators))
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: text },
  )
  const filter = fc
    .array(fc.tuple(name, value), { maxLength: 3 })
    .map((each) => JSON.stringify(Object.fromEntries(each)))
  const sort = fc
    .tuple(fc.oneof(fc.constantFrom('id', ...(entity?.columns ?? [])), text), fc.constantFrom('ASC', 'DESC', 'UP'))
    .map((each) => JSON.stringify(each))
  const range = fc.tuple(number, number).map((each) => JSON.stringify(each))
  const parameter = (right: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: fc.oneof(text, rawBody) })
  const all = {
    filter: parameter(filter),
    sort: parameter(sort),
    range: parameter(range),
    cursor: text,
    limit: fc.oneof(text, number.map(String)),
    more: text,
  }
  return fc.record(all, { requiredKeys: [] }).map((each) => Object.fromEntries(Object.entries(each).slice(0, 3)))
}

/** Bad requests for one route: a wrong address, body, query or header, or several of them. */
export function nastyRequests(route: Route, records: Records): fc.Arbitrary<Nasty> {
  const { right, names } = rightBody(route, records)
  const id = records.get(route.resource ?? '')?.id ?? 'x'
  const parameter = fc.oneof({ weight: 3, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: text })
  const body =
    route.operation === 'rows'
      ? rows(id, names)
      : brokenBody(right, names, route.resource ? entityOf(route.resource) : undefined)
  const raw = fc.oneof({ weight: 4, arbitrary: body }, { weight: 2, arbitrary: rawBody })
  const version = fc.constantFrom(
    current,
    current,
    current,
    current,
    '"1"',
    '"0"',
    '"999999"',
    '"-1"',
    'W/"1"',
    '*',
    '',
    '"',
    '1e9',
    'x'.repeat(300),
  )
  const wrong = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']
  const type = fc.oneof(
    { weight: 9, arbitrary: fc.constant('application/json; charset=utf-8') },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  )
  const key = fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: text })
  const headers = fc.record({ 'if-match': version, 'idempotency-key': key, 'content-type': type }, { requiredKeys: [] })
  return fc
    .record({ parameter, headers, query: fc.oneof(fc.constant({}), query(route)), raw })
    .map(({ parameter, headers, query, raw }) => ({
      address: `${route.method} ${route.path.replace(/\{\w+\}/, encoded(parameter))}`,
      query: route.method === 'GET' ? query : {},
      // A deletion always names a version, or the records would soon be gone.
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...(route.method === 'DELETE' && { 'if-match': '"0"' }),
      },
      ...(route.method !== 'GET' && { raw }),
    }))
}

const rows = (id: string, names: readonly string[]) =>
  fc
    .array(fc.tuple(fc.oneof(fc.constant(id), text), fc.oneof(fc.constant(1), value), brokenBody({}, names)), {
      minLength: 1,
      maxLength: 3,
    })
    .map(
      (each) =>
        `[${each.map(([row, version, changes]) => `{"id":${JSON.stringify(row)},"version":${JSON.stringify(version)},"changes":${changes}}`)}]`,
    )

const encoded = (part: string): string => encodeURIComponent(part.toWellFormed()) || '%20'
