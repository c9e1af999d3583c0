import { expect, test } from 'vitest'
import { openApi } from '#shared/declaration/openapi.ts'
import { routes } from '#shared/declaration/routes.ts'
import { entities } from '#shared/entities/index.ts'

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, ...way: string[]): unknown =>
  way.reduce((held: unknown, name) => (isObject(held) ? held[name] : undefined), value)
const document: JsonObject = JSON.parse(JSON.stringify(openApi()))
const operations = routes.map((route) => [
  `${route.method} ${route.path}`,
  route,
  at(document, 'paths', route.path, route.method.toLowerCase()),
]) as [string, (typeof routes)[number], unknown][]

/** Every object of the document with its name and the way to it. */
function* nodes(value: unknown, way: readonly string[] = []): Generator<readonly [readonly string[], JsonObject]> {
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* nodes(each, [...way, String(index)])
  if (!isObject(value)) return
  yield [way, value]
  for (const [name, each] of Object.entries(value)) yield* nodes(each, [...way, name])
}

test('the document is OpenAPI 3.1 in form', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const path of Object.keys(document.paths ?? {})) expect(path).toMatch(/^\/[^?#]*$/)
  const ids = operations.map(([, , operation]) => at(operation, 'operationId'))
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(operations)('%s is described: parameters, body, success and errors', (_address, route, operation) => {
  expect(isObject(operation)).toBe(true)
  const responses = at(operation, 'responses')
  const codes = Object.keys(isObject(responses) ? responses : {})
  expect(codes.filter((code) => code.startsWith('2'))).toHaveLength(1)
  for (const each of Object.values(isObject(responses) ? responses : {}))
    expect(at(each, 'description')).toBeTypeOf('string')
  const expected =
    route.auth === 'user'
      ? ['400', '401', '403', '404', '409', '412', '413', '415', '422', '428', '429', '503']
      : ['400', '404', '503']
  expect(codes).toEqual(expect.arrayContaining(expected))
  const parameters = at(operation, 'parameters')
  const inPath = (Array.isArray(parameters) ? parameters : [])
    .filter((each) => each.in === 'path')
    .map(({ name }) => name)
  expect(inPath).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  expect(at(operation, 'security') !== undefined).toBe(route.auth === 'user')
  const hasBody = ['create', 'update', 'rows', 'bulk'].includes(route.operation)
  if (hasBody) expect(at(operation, 'requestBody', 'content', 'application/json', 'schema')).toBeTypeOf('object')
})

test('every reference leads somewhere, and every schema says something JSON Schema knows', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  for (const [way, node] of nodes(document)) {
    const name = way.join('/')
    if (typeof node.$ref === 'string') expect(at(document, ...node.$ref.slice(2).split('/')), name).toBeDefined()
    const isProperties = way.at(-1) === 'properties'
    if (!isProperties && typeof node.type === 'string' && way.includes('schemas'))
      expect(types, name).toContain(node.type)
    if (!isProperties && Array.isArray(node.enum)) expect(node.enum.length, name).toBeGreaterThan(0)
    if (!isProperties && Array.isArray(node.required) && isObject(node.properties))
      expect(Object.keys(node.properties), name).toEqual(expect.arrayContaining(node.required))
  }
})

test('a record, a new record and a change of every entity have their schemas', () => {
  for (const entity of entities) {
    const names = (suffix: string) =>
      Object.keys(Object(at(document, 'components', 'schemas', `${entity.name}${suffix}`, 'properties')))
    expect(names('').sort()).toEqual(
      ['id', 'version', ...Object.keys(entity.fields), ...Object.keys(entity.facts)].sort(),
    )
    expect(names('-new').sort()).toEqual(Object.keys(entity.fields).sort())
    expect(names('-change').sort()).toEqual(['version', ...Object.keys(entity.fields)].sort())
    const required = at(document, 'components', 'schemas', `${entity.name}-new`, 'required')
    const expected = Object.entries(entity.fields)
      .filter(([, { isRequired }]) => isRequired)
      .map(([name]) => name)
    expect(required ?? []).toEqual(expected)
  }
})
