import { projectFolder } from '#infra/bundle/bundle.ts'
import { roles } from '#shared/declaration/roles.ts'
import { Site } from '#shared/entities/site.ts'
import type { Outputs } from './cdk.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { EmulatorPool } from './pool.ts'
import { run } from './programs.ts'
import { Trouble, until } from './steps.ts'

const password = 'Redress-demo-1'
const mailOf = (login: string) => `${login}@redress.test`

/** How long an event may take from the record to the user pool before something is wrong, in milliseconds. */
const patience = 30_000

/** Sends a request to the API in somebody's name; throws `Trouble` with the answer when it is refused. */
async function ask(url: string, token: string, address: string, body?: object): Promise<Record<string, unknown>> {
  const [method = 'GET', path = '/'] = address.split(' ')
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
  const answer = await fetch(new URL(path, url), { method, headers, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Trouble(`${address} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Waits until the product has made the sign-in of a user record, and gives the seconds it took. */
async function joined(pool: EmulatorPool, login: string, roles: readonly string[]): Promise<number> {
  const began = performance.now()
  const late = () => `${login} has a user record but no sign-in with its roles: its event was not told.`
  await until(() => pool.holds(mailOf(login), roles), patience, late)
  await pool.setPassword(mailOf(login), password)
  return (performance.now() - began) / 1000
}

/** Adds the first administrator as `docs/deploy.md` says, and gives a token. */
async function firstAdministrator({ env }: EmulatorRun, { TableName }: Outputs, pool: EmulatorPool): Promise<string> {
  const script = ['--import', 'tsx', 'infra/administrator.ts', '--name', 'Sami Darwish', '--email', mailOf('admin')]
  await run('Adding the first administrator', process.execPath, script, {
    cwd: projectFolder,
    env: { ...env, TABLE_NAME: TableName },
  })
  await joined(pool, 'admin', ['admin'])
  return pool.signIn(mailOf('admin'), password)
}

/**
 * Makes the demo's logins at one site through the product's own doors: the first administrator by the script, the site
 * and everybody else by the API. Gives the longest time, in seconds, from a user record to its sign-in in the pool: it
 * is an outbox event that carries it there, by the table's stream.
 */
export async function addPeople(
  ground: EmulatorRun,
  outputs: Outputs,
  url: string,
): Promise<{ people: number; slowest: number }> {
  const pool = new EmulatorPool(ground, outputs)
  const token = await firstAdministrator(ground, outputs, pool)
  const site = await ask(url, token, 'POST /api/sites', { ...Site.example })
  const held = {
    ...Object.fromEntries(roles.filter((role) => role !== 'admin').map((role) => [role, [role]])),
    everyone: roles,
  }
  const seconds: number[] = []
  for (const [login, roles] of Object.entries(held)) {
    const person = { name: `Demo ${login}`, email: mailOf(login), roles, siteIds: [site.id], isActive: true }
    await ask(url, token, 'POST /api/users', person)
    seconds.push(await joined(pool, login, roles))
  }
  return { people: seconds.length + 1, slowest: Math.max(...seconds) }
}
