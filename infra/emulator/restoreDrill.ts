import { join } from 'node:path'
import { expiryAttribute } from '#functions/platform/store/table.ts'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { User } from '#shared/entities/user.ts'
import { deploy, type Outputs, synthesize } from './cdk.ts'
import { EmulatorPool } from './emulatorPool.ts'
import type { EmulatorRun } from './emulatorRun.ts'
import { omitResources } from './omitResources.ts'
import { run } from './programs.ts'
import { replaceReferences } from './replaceReferences.ts'
import { EmulatorProblem, secondsSince, step, until } from './steps.ts'

/** What was deployed, and with which the drill works. */
export interface DrillGround {
  readonly emulator: EmulatorRun
  readonly python: string
  readonly outputs: Outputs
  /** The folder of the templates that were deployed. */
  readonly assembly: string
  readonly url: string
}

const administrator = { email: 'admin@redress.test', password: 'Redress-demo-1' }
const newcomer = 'newcomer@redress.test'

/** The longest time for the product to follow a table, in milliseconds: its functions start anew, and so do its lists. */
const followMs = 120_000

/** Mails of the people whom the product lists; undefined while it does not answer. */
async function peopleOf(url: string, token: string): Promise<string[] | undefined> {
  const range = encodeURIComponent('[0,99]')
  const answer = await fetch(new URL(`/api/users?range=${range}`, url), {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok) return undefined
  const people: readonly User[] = await answer.json()
  return people.map(({ email }) => email).sort()
}

/** Waits until the product lists these people and no others; how many there are. */
async function untilListed(url: string, token: string, expected: readonly string[]): Promise<number> {
  let last: readonly string[] | undefined
  const look = async () => {
    last = await peopleOf(url, token)
    return last?.join() === expected.join() ? expected.length : undefined
  }
  return until(look, followMs, () => `The product lists ${last?.join(', ')} and not ${expected.join(', ')}.`)
}

/** Adds a person by the API and waits for the sign-in, which an event from the stream of the table makes; the seconds. */
async function addNewcomer({ url, emulator, outputs }: DrillGround, token: string): Promise<number> {
  const began = performance.now()
  const person = { ...User.example, name: 'Nour Newcomer', email: newcomer, roles: ['officer'], isActive: true }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(new URL('/api/users', url), { method: 'POST', headers, body: JSON.stringify(person) })
  if (!answer.ok) throw new EmulatorProblem(`A person could not be added: ${answer.status} ${await answer.text()}`)
  const pool = new EmulatorPool(emulator, outputs)
  const late = () => 'The stream of the restored table brings no events: the person has no sign-in.'
  await until(() => pool.hasRoles(newcomer, ['officer']), followMs, late)
  return (performance.now() - began) / 1000
}

async function restoreTable({ emulator, python, outputs }: DrillGround, target: string): Promise<string> {
  const script = join(import.meta.dirname, 'python/restore.py')
  const args = [script, outputs.TableName ?? '', target, expiryAttribute]
  return (await run('Restoring the table', python, args, { env: emulator.env })).trim()
}

async function templatesFor(emulator: EmulatorRun, streamArn: string): Promise<string> {
  const assembly = await synthesize(emulator, { table: streamArn })
  omitResources(assembly)
  replaceReferences(assembly)
  return assembly
}

async function verifyAudit({ emulator, outputs }: DrillGround, table: string): Promise<string> {
  const { AuditKeyId = '', AuditAnchorsName = '' } = outputs
  const script = [join(projectFolder, 'infra/local/start.mjs'), '--verify-audit']
  const env = { ...emulator.env, TABLE_NAME: table, AUDIT_KEY_ID: AuditKeyId, AUDIT_ANCHORS: AuditAnchorsName }
  const output = await run('The audit of the restored table', process.execPath, script, { cwd: projectFolder, env })
  return output.trim().split('\n').at(-1) ?? ''
}

/**
 * Restores the table to a new one, cuts the product over to it by context, sees that it works there with its events and its
 * audit, and cuts back. The table of the stack is only read; what was written meanwhile stays in the restored one.
 */
export async function drillRestore(ground: DrillGround): Promise<void> {
  const { emulator, outputs, assembly, url } = ground
  const startMs = performance.now()
  const token = await new EmulatorPool(emulator, outputs).signIn(administrator.email, administrator.password)
  const people = (await peopleOf(url, token)) ?? []
  const target = `${outputs.TableName}-restored`.slice(-255)
  const streamArn = await step(
    'Restore drill: the table to a point in time',
    () => restoreTable(ground, target),
    () => target,
  )
  const restored = await step('Restore drill: templates with the restored table', () =>
    templatesFor(emulator, streamArn),
  )
  await step('Restore drill: cutting over', () => deploy(emulator, restored))
  const counted = (count: number) => `${count} people, as before`
  await step('Restore drill: lists on the restored table', () => untilListed(url, token, people), counted)
  const added = await step(
    'Restore drill: a change and its event',
    () => addNewcomer(ground, token),
    (seconds) => `${seconds.toFixed(1)} s`,
  )
  await step('Restore drill: the audit', () => verifyAudit(ground, target), String)
  console.log(
    `   The product worked on the restored table ${secondsSince(startMs)} s after the restore began, its event after ${added.toFixed(1)} s.`,
  )
  await step('Restore drill: cutting back', () => deploy(emulator, assembly))
  await step('Restore drill: lists on the table of the stack', () => untilListed(url, token, people), counted)
}
