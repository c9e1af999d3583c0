import * as z from 'zod'
import { suffixes } from '#shared/api/condition.ts'
import { bulkStep, changesBody, type OperationContract, recordReply } from '#shared/api/contract.ts'
import { contractOf } from '#shared/api/contracts.ts'
import { groupColumns, sumColumns } from '#shared/api/groups.ts'
import { entities } from '#shared/entities/index.ts'
import { refusals } from '#shared/refusals.ts'
import { allFields, bodyOf, bulkStepsOf, changeOf, creationOf, type Entity } from './entity.ts'
import { objectOf } from './field.ts'
import { type Route, routes } from './routes.ts'

type Json = Record<string, unknown>

const errors: Readonly<Record<string, string>> = {
  400: 'Malformed',
  401: 'Not signed in',
  403: 'Not allowed; `rule` names the rule',
  404: 'Not found, or of another site',
  405: 'Another method is needed; see the header Allow',
  409: 'Not possible in this state',
  412: 'Changed meanwhile; `current` is the record as it is now',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not valid; `errors` and `issues` by field',
  428: 'Version required',
  429: 'Too many requests',
  503: 'Store busy',
}

/** What a route without a sign-in may answer besides success. */
const publicErrors = ['400', '404', '405', '413', '415', '422', '429', '503']

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Json): Json => ({ 'application/json': { schema } })

/** A schema as JSON Schema; the records, changes and steps that it names are those of the entity. */
function schemaOf(schema: z.ZodType, entity?: Entity): Json {
  const steps = entity ? bulkStepsOf(entity) : []
  const own = new Map<unknown, Json>(
    entity && [
      [recordReply, ref(entity.name)],
      [changesBody, ref(`${entity.name}-change`)],
      [bulkStep, { type: 'string', ...(steps.length > 0 && { enum: steps }) }],
    ],
  )
  const { $schema: _ignored, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const replacement = own.get(zodSchema)
      if (!replacement) return
      for (const name of Object.keys(jsonSchema)) delete jsonSchema[name]
      Object.assign(jsonSchema, replacement)
    },
  })
  return rest
}

/** The OpenAPI 3.1 document of every route, from the registry. */
export function openApi(all: readonly Entity[] = entities, from: readonly Route[] = routes) {
  const paths: Record<string, Json> = {}
  for (const route of from) {
    const path = paths[route.path] ?? {}
    path[route.method.toLowerCase()] = operationOf(route, all)
    paths[route.path] = path
  }
  return {
    openapi: '3.1.0' as const,
    info: {
      title: 'Redress',
      version: '0.1.0',
      description: 'Complaints, surveys and settlement files of a hospital.',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ...Object.assign({}, ...all.map(schemasOf)), Problem: problemSchema },
    },
  }
}

function schemasOf(entity: Entity): Json {
  const base: Json = { id: { type: 'string' }, version: { type: 'integer' } }
  const record = schemaOf(
    objectOf(
      Object.fromEntries(
        Object.entries(allFields(entity)).map(([name, field]) => [name, { ...field, isRequired: false }]),
      ),
    ),
  )
  const properties = { ...base, ...(record.properties as Json) }
  return {
    [entity.name]: { type: 'object', properties, required: ['id', 'version'] },
    [`${entity.name}-new`]: schemaOf(creationOf(entity)),
    [`${entity.name}-change`]: changeSchema(entity),
  }
}

// The version may come in the body instead of the header, so it is one of the names a change may have.
function changeSchema(entity: Entity): Json {
  const schema = schemaOf(changeOf(entity))
  return { ...schema, properties: { ...(schema.properties as Json), version: { type: 'integer' } } }
}

function operationOf(route: Route, all: readonly Entity[]): Json {
  const entity = all.find(({ resource }) => resource === route.resource)
  const contract = contractOf(route)
  const parameters = parametersOf(route, entity, contract)
  const body = requestOf(route, entity, contract)
  const codes = route.auth === 'public' ? publicErrors : Object.keys(errors)
  return {
    operationId: `${route.method.toLowerCase()} ${route.path}`,
    tags: [route.resource ?? route.lambda],
    ...(route.auth === 'user' && { security: [{ token: [] }], description: `For ${route.allow.join(', ')}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      [statusOf(route, contract)]: { description: 'Done', content: replyOf(route, entity, contract) },
      ...Object.fromEntries(
        codes.map((code) => [
          code,
          { description: errors[code], content: { 'application/problem+json': { schema: ref('Problem') } } },
        ]),
      ),
    },
  }
}

function requestOf(
  { operation }: Route,
  entity: Entity | undefined,
  contract: OperationContract | undefined,
): Json | undefined {
  if (operation === 'submit') return { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }
  if (contract?.body) return json(schemaOf(contract.body, entity))
  if (!entity) return undefined
  if (operation === 'create') return json(ref(`${entity.name}-new`))
  if (operation === 'update') return json(ref(`${entity.name}-change`))
  const action = Object.hasOwn(entity.actions, operation) ? entity.actions[operation] : undefined
  return action && json(schemaOf(bodyOf(action)))
}

const statusOf = ({ operation }: Route, contract: OperationContract | undefined): number =>
  contract?.status ?? (operation === 'create' ? 201 : 200)

function replyOf({ operation }: Route, entity: Entity | undefined, contract: OperationContract | undefined): Json {
  if (contract) return json(schemaOf(contract.reply, entity))
  if (!entity) return { 'text/html': {} }
  return json(operation === 'list' ? { type: 'array', items: ref(entity.name) } : ref(entity.name))
}

function parametersOf(route: Route, entity: Entity | undefined, contract: OperationContract | undefined): Json[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const text = { type: 'string' }
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: text })),
    ...(route.operation === 'list' && entity ? listParameters(entity) : []),
    ...(route.operation === 'groups' && entity ? groupParameters(entity) : []),
    ...(contract?.filter
      ? [{ name: 'filter', in: 'query', required: true, content: json(schemaOf(contract.filter)) }]
      : []),
    ...(route.operation === 'update'
      ? [
          {
            name: 'If-Match',
            in: 'header',
            schema: text,
            description: 'The version changed, such as "7"; or `version` in the body.',
          },
        ]
      : []),
    ...(route.operation === 'create' || contract?.status === 202
      ? [{ name: 'Idempotency-Key', in: 'header', schema: text }]
      : []),
  ]
}

const textParameter = (name: string, description: string): Json => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  description,
})

const filterParameter = (entity: Entity): Json =>
  textParameter(
    'filter',
    `JSON; by ${entity.columns.join(', ')} with ${suffixes.map(([suffix]) => suffix).join(', ')}${entity.search ? ', and q' : ''}.`,
  )

const listParameters = (entity: Entity): Json[] => [
  filterParameter(entity),
  textParameter('sort', `["field","ASC"|"DESC", …] of ${entity.columns.join(', ')}.`),
  textParameter('range', '[0,24]'),
  { name: 'cursor', in: 'query', schema: { type: 'string' } },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
  textParameter('fields', `["field", …] of ${entity.columns.join(', ')}; rows then hold these alone.`),
]

const groupParameters = (entity: Entity): Json[] => [
  { ...textParameter('by', `["field", …] of ${groupColumns(entity).join(', ')}.`), required: true },
  textParameter('sum', `["field", …] of ${sumColumns(entity).join(', ')}.`),
  filterParameter(entity),
]

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'message', 'rule', 'parameters'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    message: { type: 'string' },
    rule: { enum: Object.keys(refusals) },
    parameters: { type: 'object' },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
    issues: { type: 'object', additionalProperties: { type: 'object' } },
    current: { type: 'object' },
  },
}
