import { projectFolder } from '#infra/bundle/bundle.ts'
import { roles } from '#shared/declaration/roles.ts'
import { Site } from '#shared/entities/site.ts'
import type { Outputs } from './cdk.ts'
import { EmulatorPool } from './emulatorPool.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { run } from './programs.ts'
import { EmulatorProblem, until } from './steps.ts'

const password = 'Redress-demo-1'
const mailOf = (login: string) => `${login}@redress.test`

/** The longest time from a user record to its sign-in in the user pool, in milliseconds. */
const signInMs = 30_000

/** Sends a request to the API with a token; throws `EmulatorProblem` with the answer when it is refused. */
async function call(url: string, token: string, address: string, body?: object): Promise<Record<string, unknown>> {
  const [method = 'GET', path = '/'] = address.split(' ')
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
  const answer = await fetch(new URL(path, url), { method, headers, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new EmulatorProblem(`${address} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Waits until the product has created the sign-in of a user record; returns the seconds. */
async function waitForSignIn(pool: EmulatorPool, login: string, roles: readonly string[]): Promise<number> {
  const began = performance.now()
  const late = () => `${login} has a user record but no sign-in with its roles: its event was not handled.`
  await until(() => pool.hasRoles(mailOf(login), roles), signInMs, late)
  await pool.setPassword(mailOf(login), password)
  return (performance.now() - began) / 1000
}

/** Adds the first administrator as in `docs/deploy.md`; returns a token. */
async function firstAdministrator(
  { env }: EmulatorRun,
  { TableName, AuditKeyId }: Outputs,
  pool: EmulatorPool,
): Promise<string> {
  const script = ['--import', 'tsx', 'infra/administrator.ts', '--name', 'Sami Darwish', '--email', mailOf('admin')]
  await run('Adding the first administrator', process.execPath, script, {
    cwd: projectFolder,
    env: { ...env, TABLE_NAME: TableName, AUDIT_KEY_ID: AuditKeyId },
  })
  await waitForSignIn(pool, 'admin', ['admin'])
  return pool.signIn(mailOf('admin'), password)
}

/**
 * Creates the demo's logins as a customer would: the first administrator by the script, the site and the other users by the
 * API. Returns the longest time, in seconds, from a user record to its sign-in, which an event of the outbox creates.
 */
export async function createDemoUsers(
  emulator: EmulatorRun,
  outputs: Outputs,
  url: string,
): Promise<{ people: number; slowest: number }> {
  const pool = new EmulatorPool(emulator, outputs)
  const token = await firstAdministrator(emulator, outputs, pool)
  const site = await call(url, token, 'POST /api/sites', { ...Site.example })
  const rolesByLogin = {
    ...Object.fromEntries(roles.filter((role) => role !== 'admin').map((role) => [role, [role]])),
    everyone: roles,
  }
  const seconds: number[] = []
  for (const [login, roles] of Object.entries(rolesByLogin)) {
    const person = { name: `Demo ${login}`, email: mailOf(login), roles, siteIds: [site.id], isActive: true }
    await call(url, token, 'POST /api/users', person)
    seconds.push(await waitForSignIn(pool, login, roles))
  }
  return { people: seconds.length + 1, slowest: Math.max(...seconds) }
}
