import * as z from 'zod'
import { bulkStep, changesBody, type OperationContract, recordReply } from '#shared/api/contract.ts'
import { contractOf } from '#shared/api/contracts.ts'
import { entities } from '#shared/entities/index.ts'
import { allFields, bodyOf, bulkStepsOf, changeOf, creationOf, type Entity } from './entity.ts'
import { type Fields, objectOf } from './field.ts'
import {
  errorAnswers,
  errorSchemas,
  isPage,
  type Json,
  jsonContent as json,
  pageContent,
  schemaRef as ref,
} from './openapiAnswers.ts'
import { parametersOf } from './openapiParameters.ts'
import { type Route, routes } from './routes.ts'

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
      schemas: { ...Object.assign({}, ...all.map(schemasOf)), ...errorSchemas },
    },
  }
}

function schemasOf(entity: Entity): Json {
  const base: Json = { id: { type: 'string' }, version: { type: 'integer', minimum: 1 } }
  const record = schemaOf(
    objectOf(
      Object.fromEntries(
        Object.entries(allFields(entity)).map(([name, field]) => [name, { ...field, isRequired: false }]),
      ),
    ),
  )
  const properties = { ...base, ...(record.properties as Json) }
  const columns = Object.entries(properties).filter(([name]) => name === 'id' || entity.columns.includes(name))
  return {
    [entity.name]: { type: 'object', properties, required: ['id', 'version'] },
    [`${entity.name}-row`]: {
      type: 'object',
      description: 'A row of a list: its columns. Records that are asked for by id are whole, with their version.',
      properties: Object.fromEntries(columns),
      required: ['id'],
    },
    [`${entity.name}-new`]: orEmpty(schemaOf(creationOf(entity)), entity.fields),
    [`${entity.name}-change`]: changeSchema(entity),
  }
}

const changeSchema = (entity: Entity): Json => withVersion(orEmpty(schemaOf(changeOf(entity)), entity.fields))

/** A form sends an empty text or null for what it leaves out, so that both stand for a value that is absent. */
const orEmpty = (schema: Json, fields: Fields): Json => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries({ ...(schema.properties as Json) }).map(([name, each]) => [
      name,
      fields[name]?.isRequired === false ? { anyOf: [each, { enum: ['', null] }] } : each,
    ]),
  ),
})

// The version may come in the body instead of the header, so it is one of the names a change may have.
const withVersion = (schema: Json): Json => ({
  ...schema,
  properties: { ...(schema.properties as Json), version: { type: 'integer', minimum: 1, maximum: 999_999_999 } },
})

function operationOf(route: Route, all: readonly Entity[]): Json {
  const entity = all.find(({ resource }) => resource === route.resource)
  const contract = contractOf(route)
  const parameters = parametersOf(route, entity, contract, contract?.filter && schemaOf(contract.filter))
  const body = requestOf(route, entity, contract)
  return {
    operationId: `${route.method.toLowerCase()} ${route.path}`,
    tags: [route.resource ?? route.lambda],
    ...(route.auth === 'user' && { security: [{ token: [] }], description: `For ${route.allow.join(', ')}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      ...errorAnswers(route),
      [statusOf(route, contract)]: { description: 'Done', content: replyOf(route, entity, contract) },
      ...(contract?.isAlsoBusy && {
        503: { description: 'Not as it should be', content: replyOf(route, entity, contract) },
      }),
    },
  }
}

function requestOf(
  { operation }: Route,
  entity: Entity | undefined,
  contract: OperationContract | undefined,
): Json | undefined {
  const form = { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }
  if (!entity && operation === 'submit') return { required: true, content: form }
  const action = entity && Object.hasOwn(entity.actions, operation) ? entity.actions[operation] : undefined
  const body = contract?.body ?? (action && bodyOf(action))
  if (body) {
    const schema = schemaOf(body, entity)
    const taken = action ? withVersion(orEmpty(schema, action.body)) : schema
    // Whatever takes an empty object takes no body as well.
    return { required: !body.safeParse({}).success, content: json(taken) }
  }
  if (entity && operation === 'create') return { required: true, content: json(ref(`${entity.name}-new`)) }
  if (entity && operation === 'update') return { required: true, content: json(ref(`${entity.name}-change`)) }
  return undefined
}

const statusOf = ({ operation }: Route, contract: OperationContract | undefined): number =>
  contract?.status ?? (operation === 'create' ? 201 : 200)

function replyOf(route: Route, entity: Entity | undefined, contract: OperationContract | undefined): Json {
  if (isPage(route)) return pageContent
  if (contract) return json(schemaOf(contract.reply, entity))
  if (!entity) return {}
  return json(route.operation === 'list' ? { type: 'array', items: ref(`${entity.name}-row`) } : ref(entity.name))
}
