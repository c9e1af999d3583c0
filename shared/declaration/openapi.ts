import * as z from 'zod'
import { sortsOf } from '#shared/api/listQuery.ts'
import { exportBody, importBody } from '#shared/api/transfer.ts'
import { entities } from '#shared/entities/index.ts'
import { pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { type Action, allFields, bodyOf, bulkStepsOf, changeOf, creationOf, type Entity } from './entity.ts'
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
  412: 'Changed meanwhile; `current` is the record as it stands',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not valid; `errors` by field',
  428: 'Version required',
  429: 'Too many requests',
  503: 'Store busy',
}

/** What a route without a sign-in may answer besides success. */
const publicErrors = ['400', '404', '405', '413', '415', '422', '429', '503']

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _ignored, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Json): Json => ({ 'application/json': { schema } })

/** The OpenAPI 3.1 document of every route, from the registry. */
export function openApi(all: readonly Entity[] = entities, ways: readonly Route[] = routes): Json {
  const paths: Record<string, Json> = {}
  for (const route of ways) {
    const at = paths[route.path] ?? {}
    at[route.method.toLowerCase()] = operationOf(route, all)
    paths[route.path] = at
  }
  return {
    openapi: '3.1.0',
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

// The version may come in the body instead of the header, so it is one of the names a change may carry.
function changeSchema(entity: Entity): Json {
  const schema = schemaOf(changeOf(entity))
  return { ...schema, properties: { ...(schema.properties as Json), version: { type: 'integer' } } }
}

function operationOf(route: Route, all: readonly Entity[]): Json {
  const entity = all.find(({ resource }) => resource === route.resource)
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(route.operation === 'list' && entity ? listParameters(entity) : []),
    ...(route.operation === 'update'
      ? [
          {
            name: 'If-Match',
            in: 'header',
            schema: { type: 'string' },
            description: 'The version changed, such as "7"; or `version` in the body.',
          },
        ]
      : []),
    ...(['create', ...startsJob].includes(route.operation)
      ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }]
      : []),
  ]
  const body = requestOf(route, entity)
  const codes = route.auth === 'public' ? publicErrors : Object.keys(errors)
  const [status, answer] = answerOf(route, entity)
  return {
    operationId: `${route.method.toLowerCase()} ${route.path}`,
    tags: [route.resource ?? route.context],
    ...(route.auth === 'user' && { security: [{ token: [] }], description: `For ${route.allow.join(', ')}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      [status]: { description: 'Done', ...(answer && { content: answer }) },
      ...Object.fromEntries(
        codes.map((code) => [
          code,
          { description: errors[code], content: { 'application/problem+json': { schema: ref('Problem') } } },
        ]),
      ),
    },
  }
}

function requestOf(route: Route, entity: Entity | undefined): Json | undefined {
  if (route.operation === 'preview') return json(schemaOf(pricingRequest))
  if (route.operation === 'submit') return { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }
  if (!entity) return undefined
  if (route.operation === 'create') return json(ref(`${entity.name}-new`))
  if (route.operation === 'update') return json(ref(`${entity.name}-change`))
  if (route.operation === 'rows')
    return json({
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        required: ['id', 'version', 'changes'],
        properties: { id: { type: 'string' }, version: { type: 'integer' }, changes: ref(`${entity.name}-change`) },
      },
    })
  if (route.operation === 'bulk')
    return json({
      type: 'object',
      properties: {
        ids: { type: 'array', maxItems: 5000, items: { type: 'string' } },
        filter: { type: 'object' },
        changes: ref(`${entity.name}-change`),
        ...(bulkStepsOf(entity).length > 0 && { action: { enum: bulkStepsOf(entity) } }),
        body: { type: 'object' },
        dryRun: { type: 'boolean' },
        expectedCount: { type: 'integer' },
      },
    })
  if (route.operation === 'import-list') return json(schemaOf(importBody))
  if (route.operation === 'export-list') return json(schemaOf(exportBody))
  const action: Action | undefined = Object.hasOwn(entity.actions, route.operation)
    ? entity.actions[route.operation]
    : undefined
  return action && json(schemaOf(bodyOf(action)))
}

/** Operations that answer before they are done, with a job to follow. */
const startsJob: readonly string[] = ['bulk', 'import-list', 'export-list', 'export']

function answerOf(route: Route, entity: Entity | undefined): [string, Json | undefined] {
  if (!entity) return ['200', route.path.startsWith('/s/') ? { 'text/html': {} } : json({})]
  if (route.operation === 'list') return ['200', json({ type: 'array', items: ref(entity.name) })]
  if (startsJob.includes(route.operation))
    return ['202', json({ type: 'object', properties: { job: { type: 'string' } } })]
  if (route.operation === 'rows') return ['200', json({ type: 'array', items: { type: 'object' } })]
  if (route.operation === 'delete') return ['200', json({ type: 'object', properties: { id: { type: 'string' } } })]
  return [route.operation === 'create' ? '201' : '200', json(ref(entity.name))]
}

const listParameters = (entity: Entity): Json[] => [
  {
    name: 'filter',
    in: 'query',
    schema: { type: 'string' },
    description: `JSON; by ${entity.columns.join(', ')} with _neq, _gt, _gte, _lt, _lte, _eq_any${entity.search ? ', and q' : ''}.`,
  },
  {
    name: 'sort',
    in: 'query',
    schema: { type: 'string' },
    description: `["field","ASC"|"DESC"] of ${sortsOf(entity).join(', ')}.`,
  },
  { name: 'range', in: 'query', schema: { type: 'string' }, description: '[0,24]' },
  { name: 'cursor', in: 'query', schema: { type: 'string' } },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
]

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'message'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    message: { type: 'string' },
    rule: { type: 'string' },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
    current: { type: 'object' },
  },
}
