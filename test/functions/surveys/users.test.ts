import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dispatchEvent, sweep } from '#functions/lambdas/events.ts'
import { askService } from '#functions/platform/aws/service.ts'
import { type IdentityService, startIdentity } from '#infra/local/services/identity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { stored } from './scene.ts'

const world = useTable()
const folder = mkdtempSync(join(tmpdir(), 'redress-identity-'))
const notices: { to: string }[] = []
let identity: IdentityService
beforeAll(async () => {
  await sweep()
  identity = await startIdentity(join(folder, 'identity'), roles, (notice) => void notices.push(notice))
  Object.assign(process.env, { COGNITO_ENDPOINT: identity.endpoint, USER_POOL_ID: identity.userPoolId })
}, 30_000)
afterAll(async () => {
  await identity.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (call: string, Username: unknown) =>
  askService('cognito-idp', `${identity.endpoint}/`, JSON.stringify({ UserPoolId: identity.userPoolId, Username }), {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${call}`,
  })
const groups = async (subject: unknown) => {
  const { Username: username } = await ask('AdminGetUser', subject)
  const { Groups: poolGroups } = await ask('AdminListGroupsForUser', username)
  return (poolGroups as { GroupName: string }[]).map(({ GroupName: name }) => name).sort()
}

test('a user record creates its sign-in, and the sign-in follows the record', async () => {
  const body = {
    name: 'Noor Haddad',
    email: 'noor@redress.test',
    roles: ['officer', 'front-desk'],
    siteIds: [world().siteId],
    isActive: true,
  }
  const { body: created } = await as('admin')('POST /api/users', body)
  await sweep()
  const joined = await stored(created.id)
  expect(joined.subject).toMatch(/^[0-9a-f-]{36}$/)
  expect(notices.map(({ to }) => to)).toEqual(['noor@redress.test'])
  expect(await groups(joined.subject)).toEqual(['front-desk', 'officer'])

  await as('admin')(`PATCH /api/users/${created.id}`, { roles: ['officer', 'director'], version: joined.version })
  await sweep()
  expect(await groups(joined.subject)).toEqual(['director', 'officer'])

  const { version } = await stored(created.id)
  await as('admin')(`PATCH /api/users/${created.id}`, { isActive: false, version })
  await sweep()
  expect(await groups(joined.subject)).toEqual([])
  expect((await ask('AdminGetUser', joined.subject)).Enabled).toBe(false)
})

test('a repeated event or a person already in the pool has the same result', async () => {
  const email = 'samir@redress.test'
  const { subject } = await identity.ensureUser({ email, password: 'Redress-demo-1', groups: [] })
  const body = { name: 'Samir Aoun', email, roles: ['clinician'], siteIds: [world().siteId], isActive: true }
  const { body: created } = await as('admin')('POST /api/users', body)
  await sweep()
  expect(await stored(created.id)).toMatchObject({ subject })
  const event = {
    eventId: 'again',
    resource: 'users',
    id: created.id,
    version: 1,
    action: 'create',
    changed: [],
    at: '',
    actorId: '',
  }
  await Promise.all([dispatchEvent(event), dispatchEvent(event)])
  expect(await groups(subject)).toEqual(['clinician'])
})
