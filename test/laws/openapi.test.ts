import { expect, test } from 'vitest'
import { contracts } from '#shared/api/contracts.ts'
import { openApi } from '#shared/declaration/openapi.ts'
import { operationId, routes } from '#shared/declaration/routes.ts'
import { entities } from '#shared/entities/index.ts'

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const valueIn = (value: unknown, ...path: string[]): unknown =>
  path.reduce((node: unknown, name) => (isObject(node) ? node[name] : undefined), value)
const document: JsonObject = JSON.parse(JSON.stringify(openApi()))
const operations = routes.map((route) => [
  `${route.method} ${route.path}`,
  route,
  valueIn(document, 'paths', route.path, route.method.toLowerCase()),
]) as [string, (typeof routes)[number], unknown][]

/** Every object of the document with the path to it. */
function* nodes(value: unknown, path: readonly string[] = []): Generator<readonly [readonly string[], JsonObject]> {
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* nodes(each, [...path, String(index)])
  if (!isObject(value)) return
  yield [path, value]
  for (const [name, each] of Object.entries(value)) yield* nodes(each, [...path, name])
}

test('the document is OpenAPI 3.1 in form', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const path of Object.keys(document.paths ?? {})) expect(path).toMatch(/^\/[^?#]*$/)
  const ids = operations.map(([, , operation]) => valueIn(operation, 'operationId'))
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(operations)('%s is described: parameters, body, success and errors', (_address, route, operation) => {
  expect(isObject(operation)).toBe(true)
  const responses = valueIn(operation, 'responses')
  const codes = Object.keys(isObject(responses) ? responses : {})
  expect(codes.filter((code) => code.startsWith('2'))).toHaveLength(1)
  for (const each of Object.values(isObject(responses) ? responses : {}))
    expect(valueIn(each, 'description')).toBeTypeOf('string')
  const expected =
    route.auth === 'user'
      ? ['400', '401', '403', '404', '409', '412', '413', '415', '422', '428', '429', '503']
      : ['400', '404', '503']
  expect(codes).toEqual(expect.arrayContaining(expected))
  const parameters = valueIn(operation, 'parameters')
  const inPath = (Array.isArray(parameters) ? parameters : [])
    .filter((each) => each.in === 'path')
    .map(({ name }) => name)
  expect(inPath).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  expect(valueIn(operation, 'security') !== undefined).toBe(route.auth === 'user')
  const hasBody = ['create', 'update', 'rows', 'bulk'].includes(route.operation)
  if (hasBody) expect(valueIn(operation, 'requestBody', 'content', 'application/json', 'schema')).toBeTypeOf('object')
})

const isPage = (path: string) => path.startsWith('/s/')

/** Names of JSON Schema by which the schema of an operation's answer says anything; none for an empty one. */
const replyNames = (operation: unknown): string[] => {
  const responses = Object.entries(Object(valueIn(operation, 'responses')))
  const [, success] = responses.find(([code]) => code.startsWith('2')) ?? []
  const schema = Object(valueIn(success, 'content', 'application/json', 'schema'))
  return Object.keys(schema).filter((name) => ['$ref', 'type', 'anyOf'].includes(name))
}

test.each(operations.filter(([, { path }]) => !isPage(path)))(
  '%s declares its answer',
  (_address, route, operation) => {
    expect(replyNames(operation)).toHaveLength(1)
    if (route.method !== 'GET' && route.method !== 'DELETE' && route.operation !== 'restore')
      expect(valueIn(operation, 'requestBody', 'content', 'application/json', 'schema')).toBeTypeOf('object')
  },
)

test('the law finds an operation without a contract', () => {
  const [route] = routes
  if (!route) throw new Error('There is no route')
  const broken = openApi(entities, [{ ...route, operation: 'undescribed' }])
  expect(replyNames(valueIn(broken, 'paths', route.path, route.method.toLowerCase()))).toEqual([])
})

test('every contract belongs to an operation', () => {
  const names = new Set(routes.flatMap((route) => [operationId(route), route.operation]))
  expect(Object.keys(contracts).filter((id) => !names.has(id))).toEqual([])
})

test('every reference resolves, and every schema uses words of JSON Schema', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  for (const [path, node] of nodes(document)) {
    const name = path.join('/')
    if (typeof node.$ref === 'string') expect(valueIn(document, ...node.$ref.slice(2).split('/')), name).toBeDefined()
    const isProperties = path.at(-1) === 'properties'
    if (!isProperties && typeof node.type === 'string' && path.includes('schemas'))
      expect(types, name).toContain(node.type)
    if (!isProperties && Array.isArray(node.enum)) expect(node.enum.length, name).toBeGreaterThan(0)
    if (!isProperties && Array.isArray(node.required) && isObject(node.properties))
      expect(Object.keys(node.properties), name).toEqual(expect.arrayContaining(node.required))
  }
})

test('a record, a new record and a change of every entity have their schemas', () => {
  for (const entity of entities) {
    const names = (suffix: string) =>
      Object.keys(Object(valueIn(document, 'components', 'schemas', `${entity.name}${suffix}`, 'properties')))
    expect(names('').sort()).toEqual(
      ['id', 'version', ...Object.keys(entity.fields), ...Object.keys(entity.facts)].sort(),
    )
    expect(names('-new').sort()).toEqual(Object.keys(entity.fields).sort())
    expect(names('-change').sort()).toEqual(['version', ...Object.keys(entity.fields)].sort())
    const required = valueIn(document, 'components', 'schemas', `${entity.name}-new`, 'required')
    const expected = Object.entries(entity.fields)
      .filter(([, { isRequired }]) => isRequired)
      .map(([name]) => name)
    expect(required ?? []).toEqual(expected)
  }
})
