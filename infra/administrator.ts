import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { planCreate } from '#functions/kit/change.ts'
import { save } from '#functions/kit/save.ts'
import { product, workOf } from '#functions/kit/work.ts'
import { User } from '#shared/entities/user.ts'
import { Problem } from '#shared/problem.ts'

/**
 * Adds an administrator to the table that `TABLE_NAME` names, as the product itself would: with history, and with the
 * event by which the sign-in is made and the invitation sent. Throws `Problem` when the address is taken.
 */
export async function addAdministrator(name: string, email: string): Promise<string> {
  const at = new Date().toISOString()
  const work = workOf(product, 'event', at, `administrator ${at}`)
  const person = { name, email, roles: ['admin'], siteIds: [], isActive: true }
  const change = await planCreate(work, User, person, { reason: 'Added from the command line.' })
  const [stored] = await save(work, [change])
  if (!stored) throw new Error('Nothing was written.')
  return stored.record.id
}

const usage = 'TABLE_NAME=… AWS_REGION=… node --import tsx infra/administrator.ts --name "…" --email …'

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  if (!values.name || !values.email || !process.env.TABLE_NAME || !process.env.AWS_REGION) throw new Error(usage)
  console.log(`Added ${await addAdministrator(values.name, values.email)}. The invitation comes by mail.`)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await run().catch((error: unknown) => {
    const fields = error instanceof Problem ? JSON.stringify(error.document().errors ?? {}) : ''
    console.error(error instanceof Error ? `${error.message} ${fields}`.trim() : error)
    process.exitCode = 1
  })
