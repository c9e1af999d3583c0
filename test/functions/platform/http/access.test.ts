import { beforeAll, expect, test } from 'vitest'
import { groupColumns } from '#shared/api/groups.ts'
import { isGlobal, may } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { lambdaNames, type Route, routes } from '#shared/declaration/routes.ts'
import { entityOf } from '#shared/entities/index.ts'
import { bodyFor, type Records, seedEvery } from '#test/functions/platform/records/everyRecord.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let own: Records
let foreign: Records

beforeAll(async () => {
  const { siteId, foreignSiteId, userIds } = world()
  own = await seedEvery(siteId, userIds.officer, 'own')
  foreign = await seedEvery(foreignSiteId, userIds['foreign-officer'], 'foreign')
})

type Where = 'own' | 'foreign'
const recordsOf = (where: Where): Records => (where === 'own' ? own : foreign)

/** The resource whose record an address names; a route beside those of its declaration names it in its address only. */
const nounOf = ({ path, resource }: Route): string | undefined =>
  resource ?? (path.includes('{id}') ? path.split('/')[2] : undefined)

/** A call that every right decides before anything changes: versions are stale, new records lack what they need. */
function call(route: Route, role: Role, where: Where): Promise<CallReply> {
  const { method, path, operation, resource } = route
  const records = recordsOf(where)
  const address = `${method} ${path.replace('{id}', records.get(nounOf(route) ?? '')?.id ?? '')}`
  const headers = { 'If-Match': '"999999"' }
  const stranger = records.get('cases')?.id
  if (path === '/api/history') return as(role)(address, undefined, { query: { filter: { recordId: stranger } } })
  if (operation === 'groups')
    return as(role)(address, undefined, { query: { by: groupColumns(entityOf(resource ?? '')).slice(0, 1) } })
  if (operation === 'rows')
    return as(role)(address, [{ id: records.get(resource ?? '')?.id, version: 999_999, changes: {} }])
  if (operation === 'export-list') return as(role)(address, { ids: [stranger], filter: {} })
  const action = resource ? entityOf(resource).actions[operation] : undefined
  return as(role)(address, method === 'GET' ? undefined : bodyFor(action?.body ?? {}, records), { headers })
}

/** Whether the declarations let a role reach a record of that site. */
function isReachable(entity: Entity, role: Role, where: Where): boolean {
  const actor = { userId: '', name: '', roles: [role], siteIds: [] }
  if (entity.maker) return role === 'admin' || role === 'auditor' || (role === 'officer' && where === 'own')
  if (entity.reach?.[role] !== undefined) return false
  return where === 'own' || entity.site === undefined || isGlobal(actor)
}

const mayRead = (role: Role, entity: Entity): boolean =>
  may({ userId: '', name: '', roles: [role], siteIds: [] }, entity, 'read')

/** The outcome of an answer: refused by role, record not found, or admitted. */
function outcome({ status, body }: CallReply): 'role' | 'not there' | 'in' | `failed ${number}` {
  if (status === 401 || (status === 403 && ['ROLE', 'NO_USER'].includes(body?.rule))) return 'role'
  // A record that keeps no file is found all the same.
  if (status === 404 && body?.rule !== 'FILE_ABSENT') return 'not there'
  return status >= 500 ? `failed ${status}` : 'in'
}

function expected(route: Route, role: Role, where: Where): ReturnType<typeof outcome> {
  if (!route.allow.includes(role)) return 'role'
  const isHistory = route.path === '/api/history'
  const noun = isHistory ? 'cases' : nounOf(route)
  const entity = noun === undefined ? undefined : entityOf(noun)
  if (isHistory && where === 'own' && !mayRead(role, entityOf('cases'))) return 'role'
  const isOne = route.path.includes('{id}') || route.path === '/api/history'
  return entity && isOne && !isReachable(entity, role, where) ? 'not there' : 'in'
}

test.each(lambdaNames)(
  '%s: every route is open to exactly its roles, and to records of exactly their sites',
  async (name) => {
    const wrong: string[] = []
    for (const route of routes.filter((each) => each.lambda === name && each.auth === 'user'))
      for (const role of roles)
        for (const where of ['own', 'foreign'] as const) {
          const answer = await call(route, role, where)
          const [is, should] = [outcome(answer), expected(route, role, where)]
          if (is !== should)
            wrong.push(
              `${role}, ${where}: ${route.method} ${route.path} is ${is}, not ${should}: ${answer.text.slice(0, 200)}`,
            )
        }
    expect(wrong).toEqual([])
  },
)

test.each(
  routes
    .filter(({ operation, auth }) => operation === 'list' && auth === 'user')
    .map(({ resource }) => [resource ?? '']),
)('%s: a list, a search by ids and groups show nothing of another site', async (resource) => {
  const entity = entityOf(resource)
  const [mine, theirs] = [own.get(resource)?.id, foreign.get(resource)?.id]
  for (const role of roles) {
    const sees = [
      ...(isReachable(entity, role, 'own') ? [mine] : []),
      ...(isReachable(entity, role, 'foreign') ? [theirs] : []),
    ]
    if (!mayRead(role, entity)) {
      expect(await call(routeOf(resource, 'list'), role, 'own'), role).toMatchObject({ status: 403 })
      continue
    }
    const byIds = await as(role)(`GET /api/${resource}`, undefined, { query: { filter: { id: [mine, theirs] } } })
    expect(
      byIds.body.map(({ id }: { id: string }) => id),
      role,
    ).toEqual(sees)
    const list = await call(routeOf(resource, 'list'), role, 'own')
    const listed = list.body.map(({ id }: { id: string }) => id)
    for (const id of [mine, theirs]) expect(listed.includes(id), `${role} lists ${id}`).toBe(sees.includes(id))
    expect(list.headers['x-total-count'], `${role} counts ${resource}`).toBe(String(listed.length))
    const groups = await call(routeOf(resource, 'groups'), role, 'own')
    const counts = groups.body.map(({ count }: { count: number }) => count)
    expect(
      counts.reduce((sum: number, count: number) => sum + count, 0),
      `${role} groups ${resource}`,
    ).toBe(listed.length)
  }
})

const routeOf = (resource: string, operation: string): Route => {
  const match = routes.find((route) => route.resource === resource && route.operation === operation)
  if (!match) throw new Error(`No route ${resource}.${operation}`)
  return match
}

test.each(
  routes
    .filter(({ operation, allow }) => operation === 'rows' && allow.length > 0)
    .map(({ resource }) => [resource ?? '']),
)('%s: each row has its own answer', async (resource) => {
  const entity = entityOf(resource)
  for (const role of entity.access.update)
    for (const where of ['own', 'foreign'] as const) {
      const { body } = await call(routeOf(resource, 'rows'), role, where)
      expect(body[0], `${role}, ${where}`).toMatchObject({
        ok: false,
        status: isReachable(entity, role, where) ? 412 : 404,
      })
    }
})

test('a filter by another site finds nothing and counts nothing', async () => {
  const query = { filter: { siteId: world().foreignSiteId } }
  const { body, headers } = await as('officer')('GET /api/cases', undefined, { query })
  expect(body).toEqual([])
  expect(headers['content-range']).toBe('cases 0-0/0')
  const both = { filter: { siteId_eq_any: [world().siteId, world().foreignSiteId] } }
  expect((await as('officer')('GET /api/cases', undefined, { query: both })).headers['x-total-count']).toBe('1')
  expect((await as('director')('GET /api/cases', undefined, { query: both })).headers['x-total-count']).toBe('2')
})
