import { suffixes } from '#shared/api/condition.ts'
import type { OperationContract } from '#shared/api/contract.ts'
import { groupColumns, sumColumns } from '#shared/api/groups.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import { type Entity, ruledStepsOf } from './entity.ts'
import { type Json, jsonContent } from './openapiAnswers.ts'
import type { Route } from './routes.ts'

/** The parameters of a route: those of its path, of its query, and headers. `filter` is the schema of a contract's filter. */
export function parametersOf(
  route: Route,
  entity: Entity | undefined,
  contract: OperationContract | undefined,
  filter: Json | undefined,
): Json[] {
  const { operation } = route
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const isUploaded = operation === 'create' || contract?.status === 202
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: pathTexts[`${name}`] ?? pathText })),
    ...(operation === 'list' && entity ? listParameters(entity) : []),
    ...(operation === 'groups' && entity ? groupParameters(entity) : []),
    ...(filter ? [{ name: 'filter', in: 'query', required: true, content: jsonContent(filter) }] : []),
    ...Object.entries(contract?.query ?? {}).map(([name, text]) => textParameter(name, text)),
    ...(contract?.isPaged ? pageParameters : []),
    ...(entity && isVersioned(entity, operation) ? [versionHeader] : []),
    ...(isUploaded ? [keyHeader] : []),
    ...(route.lambda === 'survey-page' && route.method === 'GET' ? [languageParameter] : []),
  ]
}

const pathText: Json = { type: 'string', minLength: 1 }
const pathTexts: Readonly<Record<string, Json>> = { n: { type: 'string', pattern: '^[0-9]{1,3}$' } }

const isVersioned = (entity: Entity, operation: string): boolean =>
  ['update', 'delete', 'restore', ...ruledStepsOf(entity)].includes(operation)

const versionHeader: Json = {
  name: 'If-Match',
  in: 'header',
  schema: { type: 'string', pattern: '^(W/)?"?[0-9]{1,9}"?$' },
  description: 'The version that the caller saw, such as "7"; or `version` in the body. A change needs one.',
}

const keyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', pattern: '^[!-~]{1,100}$' },
  description: 'The same key gives the same record or job, for a week.',
}

const languageParameter: Json = {
  name: 'lang',
  in: 'query',
  schema: { type: 'string' },
  description: 'The language of the page, such as ar.',
}

const textParameter = (name: string, description: string): Json => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  description,
})

const limitParameter: Json = {
  name: 'limit',
  in: 'query',
  schema: { type: 'integer', minimum: 1, maximum: pageLimits.rows },
}

/** Parameters of a list that is read page by page, and by nothing else. */
const pageParameters: readonly Json[] = [limitParameter, textParameter('cursor', 'What `X-Next-Cursor` said.')]

const filterParameter = (entity: Entity): Json =>
  textParameter(
    'filter',
    `JSON; by ${entity.columns.join(', ')} with ${suffixes.map(([suffix]) => suffix).join(', ')}${entity.search ? ', and q' : ''}.`,
  )

const listParameters = (entity: Entity): Json[] => [
  filterParameter(entity),
  textParameter('sort', `["field","ASC"|"DESC", …] of ${entity.columns.join(', ')}.`),
  textParameter('range', '[0,24]'),
  textParameter('cursor', 'What `X-Next-Cursor` said.'),
  limitParameter,
  textParameter('fields', `["field", …] of ${entity.columns.join(', ')}; rows then hold these alone.`),
]

const groupParameters = (entity: Entity): Json[] => [
  { ...textParameter('by', `["field", …] of ${groupColumns(entity).join(', ')}.`), required: true },
  textParameter('sum', `["field", …] of ${sumColumns(entity).join(', ')}.`),
  filterParameter(entity),
]
