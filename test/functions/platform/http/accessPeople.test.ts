import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, expect, test, vi } from 'vitest'
import { handler } from '#functions/lambdas/system.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { groupsOf as groupsOfClaim } from '#functions/platform/http/identity.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
afterEach(() => {
  vi.useRealTimers()
})

/** Requests `/api/me` with the claims of a verified token. */
async function me(claims: Record<string, unknown>) {
  const requestContext = { requestId: 'test', http: { method: 'GET' }, authorizer: { jwt: { claims, scopes: [] } } }
  const event: object = { rawPath: '/api/me', rawQueryString: '', headers: {}, requestContext }
  const answer = await handler(event as APIGatewayProxyEventV2, Object.create(null))
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') }
}

const person = (subject: string, roles: readonly string[]) =>
  seed(User, { ...User.example, email: `${subject}@redress.test`, roles, siteIds: [world().siteId] }, { subject })

async function change({ id }: AnyRecord, changes: Record<string, unknown>) {
  const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
  const stored = await getRecord(User, id, { consistent: true })
  const planned = stored && (await planUpdate(context, User, stored, changes))
  if (planned) await save(context, [planned])
}

test('a role counts only when the token and the record both have it', async () => {
  await person('both', ['officer', 'auditor'])
  expect((await me({ sub: 'both', 'cognito:groups': '[officer admin]' })).body.roles).toEqual(['officer'])
  expect((await me({ sub: 'both', 'cognito:groups': '[admin director]' })).body.roles).toBeUndefined()
  expect(await me({ sub: 'both', 'cognito:groups': '[admin]' })).toMatchObject({ status: 403, body: { rule: 'ROLE' } })
  expect((await me({ sub: 'both' })).status).toBe(403)
})

test.each<[unknown, Role[]]>([
  ['[officer admin]', ['officer', 'admin']],
  ['officer', ['officer']],
  [
    ['officer', 'admin'],
    ['officer', 'admin'],
  ],
  ['[officer, admin]', ['officer', 'admin']],
  ['[Officer officer-x xofficer]', []],
  ['["officer"]', []],
  [{ officer: true }, []],
  [undefined, []],
])('groups %j are read as %j', (claim, groups) => {
  expect(groupsOfClaim(claim)).toEqual(roles.filter((role) => groups.includes(role)))
})

test('a token without a subject or with an unknown subject opens nothing', async () => {
  expect((await me({})).status).toBe(401)
  expect((await me({ sub: '' })).status).toBe(401)
  expect((await me({ sub: 7 })).status).toBe(401)
  expect(await me({ sub: 'stranger', 'cognito:groups': '[admin]' })).toMatchObject({
    status: 403,
    body: { rule: 'NO_USER' },
  })
  expect((await me({ sub: 'a#b', 'cognito:groups': '[admin]' })).status).toBe(403)
})

test.each([
  ['made inactive', { isActive: false }],
  ['left without roles', { roles: [] }],
])('a user who is %s loses access within five seconds', async (what, changes) => {
  const subject = `leaver-${what.replaceAll(' ', '-')}`
  const user = await person(subject, ['admin'])
  const claims = { sub: subject, 'cognito:groups': '[admin]' }
  vi.useFakeTimers({ toFake: ['Date'] })
  expect((await me(claims)).status).toBe(200)
  await change(user, changes)
  vi.setSystemTime(Date.now() + 5001)
  expect((await me(claims)).status).toBe(403)
})

test('a deleted user loses access, and removed sites are no longer visible', async () => {
  const user = await person('mover', ['officer'])
  const claims = { sub: 'mover', 'cognito:groups': '[officer]' }
  vi.useFakeTimers({ toFake: ['Date'] })
  expect((await me(claims)).body.siteIds).toEqual([world().siteId])
  await change(user, { siteIds: [] })
  vi.setSystemTime(Date.now() + 5001)
  expect((await me(claims)).body.siteIds).toEqual([])
})
