import { expect, test } from 'vitest'
import { indexes } from '#functions/platform/store/table.ts'
import { allFields, bulkStepsOf, creationOf, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { type Field, type Fields, objectOf } from '#shared/declaration/field.ts'
import { roles } from '#shared/declaration/roles.ts'
import { contexts, matchRoute, routes } from '#shared/declaration/routes.ts'
import { entities, entityOf, entityOfId } from '#shared/entities/index.ts'
import { rulesOf } from '#shared/rules/index.ts'

/** An entity with its name in front, for readable titles. */
const each = entities.map((of) => [of.resource, of] as const)

/** Every field of an entity's records and of its actions' bodies, nested ones too, with the way to it. */
function* deepFields(fields: Fields, way: string): Generator<readonly [string, Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [`${way}.${name}`, field]
    if (field.of) yield* deepFields(field.of, `${way}.${name}`)
  }
}
const everyField = (of: Entity) => [
  ...deepFields(allFields(of), of.name),
  ...Object.entries(of.actions).flatMap(([name, action]) => [...deepFields(action.body, `${of.name}.${name}()`)]),
]

test('names, resources and id prefixes are unique, and an id leads back to its entity', () => {
  for (const name of ['name', 'resource', 'prefix'] as const)
    expect(new Set(entities.map((of) => of[name])).size, name).toBe(entities.length)
  for (const of of entities) expect(entityOfId(`${of.prefix}_01ARZ3NDEKTSV4RRFFQ69G5FAV`)).toBe(of)
})

test.each(each)('%s: the example is valid once its references are given', (_resource, of) => {
  const schema = objectOf(
    Object.fromEntries(
      Object.entries(of.fields).map(([name, field]) => [
        name,
        field.resource ? { ...field, isRequired: false } : field,
      ]),
    ),
  )
  expect(schema.safeParse(of.example).error?.issues ?? []).toEqual([])
  const hasReference = Object.values(of.fields).some(({ resource, isRequired }) => resource && isRequired)
  expect(creationOf(of).safeParse(of.example).success || hasReference).toBe(true)
})

test.each(each)('%s: no name is both a field and a fact, and what is said of names names fields', (_resource, of) => {
  const names = Object.keys(allFields(of))
  expect(names.length).toBe(Object.keys(of.fields).length + Object.keys(of.facts).length)
  expect(names).not.toContain('version')
  expect(Object.keys(of.facts)).toEqual(expect.arrayContaining(Object.keys(of.initial)))
  const { words = [], phones = [], exact = [], through } = of.search ?? {}
  const said = [
    ...of.columns,
    ...words,
    ...phones,
    ...exact,
    ...(of.unique ?? []).flat(),
    ...(through ? [through] : []),
  ]
  expect(names).toEqual(expect.arrayContaining(said))
  for (const name of [of.title, of.site ?? 'id', of.maker ?? 'id']) expect(['id', ...names]).toContain(name)
  if (of.sequence) expect(Object.keys(of.facts)).toContain(of.sequence.fact)
  for (const name of of.sequence?.per ?? []) expect(['year', ...names]).toContain(name)
})

test.each(each)('%s: a list row holds its site, and every key and order of its views', (_resource, of) => {
  expect(new Set(of.columns).size).toBe(of.columns.length)
  if (of.site && of.site !== 'id') expect(of.columns).toContain(of.site)
  if (of.maker) expect(of.columns).toContain(of.maker)
  for (const view of Object.values(of.views))
    expect(of.columns).toEqual(expect.arrayContaining([...view.key, view.sort]))
})

test.each(each)('%s: a step that can be taken in bulk has its rule, and only such a step', (_resource, of) => {
  const ruled = Object.keys(rulesOf(of.resource).actions).filter((name) => !of.actions[name]?.hasOperation)
  expect(bulkStepsOf(of).sort()).toEqual(ruled.sort())
})

test('every index of the table holds a view', () => {
  const used = new Set(entities.flatMap((of) => Object.values(of.views).map(({ index }) => index)))
  expect([...used].sort()).toEqual(indexes.map((_, at) => at + 1))
})

test.each(each)('%s: every view has an index of its own, which orders as the view does', (_resource, of) => {
  const views = Object.values(of.views)
  expect(views.length).toBeGreaterThan(0)
  expect(new Set(views.map(({ index }) => index)).size).toBe(views.length)
  const sortOf = new Map<string, string>()
  for (const { index, sort } of views) {
    const attribute = indexes[index - 1]?.sort ?? ''
    expect(sortOf.get(attribute) ?? sort, `index ${index} orders by ${attribute}`).toBe(sort)
    sortOf.set(attribute, sort)
  }
  expect(sortOf.size).toBeLessThanOrEqual(2)
})

test.each(each)('%s: keys of views are single values, and orders are times or names', (_resource, of) => {
  for (const view of Object.values(of.views)) {
    for (const key of view.key) expect(['reference', 'choice', 'boolean', 'day']).toContain(fieldOf(of, key)?.kind)
    expect(['instant', 'day', 'text']).toContain(fieldOf(of, view.sort)?.kind)
  }
})

test.each(each)('%s: references name registered resources', (_resource, of) => {
  for (const [name, { kind, resource }] of everyField(of)) {
    const isReference = kind === 'reference' || kind === 'references'
    expect(resource !== undefined, name).toBe(isReference)
    if (resource) expect(entityOf(resource).resource).toBe(resource)
  }
})

test.each(each)('%s: copies come from a real field of the record a reference names', (_resource, of) => {
  for (const [name, [reference, field]] of Object.entries(of.copies ?? {})) {
    expect(Object.keys(of.facts), `${name} is a fact`).toContain(name)
    const target = entityOf(fieldOf(of, reference)?.resource ?? '')
    expect(fieldOf(target, field)?.kind, `${name} is of the kind of ${target.name}.${field}`).toBe(
      fieldOf(of, name)?.kind,
    )
  }
})

test.each(each)('%s: access and fields name real roles, each once', (_resource, of) => {
  const lists = [
    ...Object.values(of.access),
    ...Object.values(of.actions).map(({ allow }) => allow),
    ...everyField(of).flatMap(([, field]) => [field.readBy ?? [], field.writeBy ?? []]),
  ]
  for (const list of lists) {
    expect(roles).toEqual(expect.arrayContaining([...list]))
    expect(new Set(list).size).toBe(list.length)
  }
  if (of.isAppendOnly) expect([...of.access.update]).toEqual([])
  for (const { allow } of Object.values(of.actions)) expect(allow.length).toBeGreaterThan(0)
})

test('every rule decides a declared action', () => {
  for (const of of entities)
    expect(Object.keys(of.actions), of.resource).toEqual(
      expect.arrayContaining(Object.keys(rulesOf(of.resource).actions)),
    )
})

test('every route has a permission, stands once, and is found by its own address', () => {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const route of routes) {
    expect(route.allow.length > 0, `${route.path} has a permission`).toBe(route.auth === 'user')
    expect(matchRoute(route.method, route.path.replace(/\{\w+\}/g, 'x_1'))).toMatchObject({ route })
  }
})

test('only what must be is open to the world', () => {
  const open = routes.filter(({ auth }) => auth === 'public').map(({ method, path }) => `${method} ${path}`)
  expect(open.filter((address) => !address.includes(' /s/')).sort()).toEqual([
    'GET /api/health',
    'GET /api/openapi.json',
  ])
})

test.each(contexts.map((context) => [context]))(
  '%s: its function has an operation for every route and action',
  async (context) => {
    const { handler } = await import(`../../functions/lambdas/${context}.ts`)
    expect(handler).toBeTypeOf('function')
  },
)
