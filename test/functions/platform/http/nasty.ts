import fc from 'fast-check'
import type { Entity } from '#shared/declaration/entity.ts'
import type { Route } from '#shared/declaration/routes.ts'
import { entityOf } from '#shared/entities/index.ts'
import { bodyFor, type Records } from '#test/functions/platform/records/everyRecord.ts'
import { nastyQueries, nastySeen } from './nastyQueries.ts'
import { nastyText, nastyValue, rawBody } from './nastyValues.ts'

/** One malicious request. */
export interface Nasty {
  readonly address: string
  readonly raw?: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

/** Stands for the version a record has when the request is sent. */
export const current = 'current'

/** A body that would be right but for one or two of its values, or for a name too many. */
const brokenBody = (
  right: Readonly<Record<string, unknown>>,
  names: readonly string[],
  entity?: Entity,
): fc.Arbitrary<string> => {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom('id', 'version', ...Object.keys(entity?.facts ?? {})) },
    { weight: 1, arbitrary: nastyText },
  )
  const changes = fc.array(fc.tuple(name, nastyValue), { minLength: 1, maxLength: 2 })
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
  // Nobody edits a field of some entities.
  return { right: {}, names: [...names, 'more'] }
}

/** Bad requests for one route: a wrong address, body, query or header, or several of them. */
export function nastyRequests(route: Route, records: Records): fc.Arbitrary<Nasty> {
  const { right, names } = rightBody(route, records)
  const id = records.get(route.resource ?? '')?.id ?? 'x'
  const parameter = fc.oneof({ weight: 3, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: nastyText })
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
  const key = fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: nastyText })
  const headers = fc.record(
    { 'if-match': version, 'idempotency-key': key, 'content-type': type, 'x-seen': nastySeen(id) },
    { requiredKeys: [] },
  )
  return fc
    .record({ parameter, headers, query: fc.oneof(fc.constant({}), nastyQueries(route, records)), raw })
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
    .array(
      fc.tuple(fc.oneof(fc.constant(id), nastyText), fc.oneof(fc.constant(1), nastyValue), brokenBody({}, names)),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(
      (each) =>
        `[${each.map(([row, version, changes]) => `{"id":${JSON.stringify(row)},"version":${JSON.stringify(version)},"changes":${changes}}`)}]`,
    )

const encoded = (part: string): string => encodeURIComponent(part.toWellFormed()) || '%20'
