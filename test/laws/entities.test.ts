import { expect, test } from 'vitest'
import * as z from 'zod'
import { parseFilter } from '#shared/api/listQuery.ts'
import { allFields, creationOf, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { data, type Field, type Fields, group, list, money, objectOf, text, texts } from '#shared/declaration/field.ts'
import { roles } from '#shared/declaration/roles.ts'
import { lambdaNames, matchRoute, routes } from '#shared/declaration/routes.ts'
import { entities, entityOf, entityOfId } from '#shared/entities/index.ts'
import { rulesOf } from '#shared/rules/index.ts'

/** An entity with its name in front, for readable titles. */
const each = entities.map((entity) => [entity.resource, entity] as const)

/** Every field of an entity's records and of its actions' bodies, nested ones too, with the way to it. */
function* deepFields(fields: Fields, way: string): Generator<readonly [string, Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [`${way}.${name}`, field]
    if (field.fields) yield* deepFields(field.fields, `${way}.${name}`)
  }
}
const everyField = (entity: Entity) => [
  ...deepFields(allFields(entity), entity.name),
  ...Object.entries(entity.actions).flatMap(([name, action]) => [
    ...deepFields(action.body, `${entity.name}.${name}()`),
  ]),
]

test('names, resources and id prefixes are unique, and an id leads back to its entity', () => {
  for (const name of ['name', 'resource', 'prefix'] as const)
    expect(new Set(entities.map((entity) => entity[name])).size, name).toBe(entities.length)
  for (const entity of entities) expect(entityOfId(`${entity.prefix}_01ARZ3NDEKTSV4RRFFQ69G5FAV`)).toBe(entity)
})

test.each(each)('%s: the example is valid once its references are given', (_resource, entity) => {
  const schema = objectOf(
    Object.fromEntries(
      Object.entries(entity.fields).map(([name, field]) => [
        name,
        field.resource ? { ...field, isRequired: false } : field,
      ]),
    ),
  )
  expect(schema.safeParse(entity.example).error?.issues ?? []).toEqual([])
  const hasReference = Object.values(entity.fields).some(({ resource, isRequired }) => resource && isRequired)
  expect(creationOf(entity).safeParse(entity.example).success || hasReference).toBe(true)
})

test.each(each)('%s: no name is both a field and a fact, and every declared name is a field', (_resource, entity) => {
  const names = Object.keys(allFields(entity))
  expect(names.length).toBe(Object.keys(entity.fields).length + Object.keys(entity.facts).length)
  expect(names).not.toContain('version')
  expect(Object.keys(entity.facts)).toEqual(expect.arrayContaining(Object.keys(entity.initial)))
  const { fields: searched = [], through } = entity.search ?? {}
  const declaredNames = [
    ...entity.columns,
    ...searched,
    ...(entity.unique ?? []).flat(),
    ...[through, entity.under, entity.due?.at].filter((name) => name !== undefined),
  ]
  expect(names).toEqual(expect.arrayContaining(declaredNames))
  for (const name of [entity.title, entity.site ?? 'id', entity.maker ?? 'id']) expect(['id', ...names]).toContain(name)
  if (entity.sequence) expect(Object.keys(entity.facts)).toContain(entity.sequence.fact)
  for (const name of entity.sequence?.per ?? []) expect(['year', ...names]).toContain(name)
})

const kindOf = (entity: Entity, name: string) => fieldOf(entity, name)?.kind

test.each(each)('%s: a list row holds its site and its maker, and each column can be compared', (_resource, entity) => {
  expect(new Set(entity.columns).size).toBe(entity.columns.length)
  if (entity.site && entity.site !== 'id') expect(entity.columns).toContain(entity.site)
  if (entity.maker) expect(entity.columns).toContain(entity.maker)
  for (const name of entity.columns) expect(incomparable(fieldOf(entity, name)), name).toBe(false)
})

/** Whether no operator says anything of a value of a field, or which of two values is first. */
const incomparable = (field: Field | undefined): boolean =>
  field === undefined || ['group', 'list', 'texts'].includes(field.kind)

test('the law finds a column that cannot be compared', () => {
  const groups = [group({ name: text() }), list({ name: text() }), texts()]
  expect(groups.map(incomparable)).toEqual([true, true, true])
  expect([undefined, text(), money(), data(z.array(z.string()))].map(incomparable)).toEqual([true, false, false, false])
})

test.each(each)('%s: a list is ordered by columns of single values', (_resource, entity) => {
  expect(entity.order.length).toBeGreaterThan(0)
  for (const [name] of entity.order) {
    expect(entity.columns).toContain(name)
    expect(['instant', 'day', 'text']).toContain(kindOf(entity, name))
  }
})

test.each(each)('%s: it stands under what a reference names, and waits for an instant', (_resource, entity) => {
  const { under, due } = entity
  // A call or a conversation may be about no case; such a record stands under nothing.
  if (under) expect(fieldOf(entity, under)?.kind).toBe('reference')
  if (due) expect(kindOf(entity, due.at)).toBe('instant')
  // Only operations say when something is due, or a form could keep a deadline from being seen.
  if (due) expect(Object.keys(entity.facts)).toContain(due.at)
})

test.each(each)(
  '%s: a search looks into texts that nobody is kept from, and through a searched record',
  (_, entity) => {
    const { fields = [], through } = entity.search ?? {}
    expect(new Set(fields).size).toBe(fields.length)
    for (const name of fields) {
      expect(['text', 'term', 'email', 'phone'], name).toContain(kindOf(entity, name))
      expect(fieldOf(entity, name)?.readBy, `everyone who reads ${entity.resource} sees ${name}`).toBeUndefined()
    }
    if (!through) return
    expect(kindOf(entity, through)).toBe('reference')
    expect(entity.columns).toContain(through)
    expect(entityOf(fieldOf(entity, through)?.resource ?? '').search?.fields.length).toBeGreaterThan(0)
  },
)

test.each(each)(
  '%s: what makes its id is always given, and it is never deleted, for its id stays taken',
  (_resource, entity) => {
    for (const name of entity.keyedBy ?? []) expect(entity.fields[name]?.isRequired, name).toBe(true)
    if (entity.keyedBy) expect([...entity.access.delete]).toEqual([])
  },
)

test.each(each)('%s: a state waits for a step that starts from it, or for existing roles', (_resource, entity) => {
  for (const [name, { next, waitsFor = [] }] of Object.entries(entity.lifecycle?.states ?? {})) {
    if (next) expect(entity.actions[next]?.from ?? [name], `${next} starts from ${name}`).toContain(name)
    expect(roles).toEqual(expect.arrayContaining([...waitsFor]))
  }
})

test.each(each)('%s: a step that needs a state is declared of an entity that has states', (_resource, entity) => {
  const states = Object.keys(entity.lifecycle?.states ?? {})
  for (const [name, { from = [], to, stamps }] of Object.entries(entity.actions)) {
    expect(states, name).toEqual(expect.arrayContaining([...from, ...(to ? [to] : [])]))
    for (const fact of Object.values(stamps ?? {})) expect(Object.keys(entity.facts), name).toContain(fact)
  }
})

test.each(each)('%s: references name registered resources', (_resource, entity) => {
  for (const [name, { kind, resource }] of everyField(entity)) {
    const isReference = kind === 'reference' || kind === 'references'
    expect(resource !== undefined, name).toBe(isReference)
    if (resource) expect(entityOf(resource).resource).toBe(resource)
  }
})

test.each(each)('%s: copies come from a real field of the record a reference names', (_resource, entity) => {
  for (const [name, [reference, field]] of Object.entries(entity.copies ?? {})) {
    expect(Object.keys(entity.facts), `${name} is a fact`).toContain(name)
    const target = entityOf(fieldOf(entity, reference)?.resource ?? '')
    expect(fieldOf(target, field)?.kind, `${name} is of the kind of ${target.name}.${field}`).toBe(
      fieldOf(entity, name)?.kind,
    )
  }
})

test.each(each)('%s: access and fields name existing roles, each once', async (_resource, entity) => {
  const lists = [
    ...Object.values(entity.access),
    ...Object.values(entity.actions).map(({ allow }) => allow),
    ...everyField(entity).flatMap(([, field]) => [field.readBy ?? [], field.writeBy ?? []]),
  ]
  for (const list of lists) {
    expect(roles).toEqual(expect.arrayContaining([...list]))
    expect(new Set(list).size).toBe(list.length)
  }
  if (entity.isAppendOnly) expect([...entity.access.update]).toEqual([])
  const ruled = Object.keys((await rulesOf(entity.resource)).actions)
  for (const [name, { allow }] of Object.entries(entity.actions))
    expect(allow.length > 0 || ruled.includes(name), `somebody or the product takes ${name}`).toBe(true)
})

test.each(each)(
  '%s: it is reached by a column that names persons or records that the role reads, and what forms offer is a filter',
  (_resource, entity) => {
    for (const role of roles) {
      const reach = entity.reach?.[role]
      if (reach === undefined) continue
      const { by, only = {} } = typeof reach === 'string' ? { by: reach } : reach
      expect(entity.columns).toEqual(expect.arrayContaining([by, ...Object.keys(only)]))
      const resource = fieldOf(entity, by)?.resource ?? ''
      if (resource !== 'users') expect(entityOf(resource).access.read).toContain(role)
      for (const [name, values = []] of Object.entries(only))
        expect(fieldOf(entity, name)?.choices).toEqual(expect.arrayContaining([...values]))
    }
    const actor = { userId: '', name: '', roles, siteIds: [] }
    expect(parseFilter(entity, JSON.stringify(entity.offered ?? {}), actor).conditions).toHaveLength(
      Object.keys(entity.offered ?? {}).length,
    )
  },
)

test('every rule belongs to a declared action', async () => {
  for (const entity of entities)
    expect(Object.keys(entity.actions), entity.resource).toEqual(
      expect.arrayContaining(Object.keys((await rulesOf(entity.resource)).actions)),
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

test('only the listed routes are public', () => {
  const open = routes.filter(({ auth }) => auth === 'public').map(({ method, path }) => `${method} ${path}`)
  expect(open.filter((address) => !address.includes(' /s/')).sort()).toEqual([
    'GET /api/health',
    'GET /api/openapi.json',
  ])
})

test.each(lambdaNames.map((context) => [context]))(
  '%s: its function has an operation for every route and action',
  async (context) => {
    const { handler } = await import(`../../functions/lambdas/${context}.ts`)
    expect(handler).toBeTypeOf('function')
  },
)

test.each(each)('%s: what names or describes a person is personal, and says of whom', (_resource, entity) => {
  const fields = Object.entries(allFields(entity))
  const isAboutPatient = entity.name === 'patient' || fields.some(([, { resource }]) => resource === 'patients')
  const open = fields.filter(([, { kind, isPersonal }]) => ['longText', 'phone'].includes(kind) && !isPersonal)
  if (isAboutPatient) expect(open.map(([name]) => name)).toEqual([])
  // The name of a file and what a job was asked for may tell of somebody whom the record does not name.
  const isItsOwn = ['upload', 'job'].includes(entity.name)
  expect(isAboutPatient).toBe(entity.subject !== undefined && !isItsOwn)
  expect(fields.some(([, { isPersonal }]) => isPersonal)).toBe(entity.subject !== undefined)
})
