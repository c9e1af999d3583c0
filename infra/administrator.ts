import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { shipTerms } from '#functions/settings/operations.ts'
import { addAdministrator } from '#functions/users/operations.ts'
import { Problem } from '#shared/declaration/problem.ts'

const usage = 'TABLE_NAME=… AWS_REGION=… node --import tsx infra/administrator.ts --name "…" --email …'

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  if (!values.name || !values.email || !process.env.TABLE_NAME || !process.env.AWS_REGION) throw new Error(usage)
  await shipTerms()
  console.log(`Added ${await addAdministrator(values.name, values.email)}. The invitation comes by mail.`)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await run().catch((error: unknown) => {
    const fields = error instanceof Problem ? JSON.stringify(error.document().errors ?? {}) : ''
    console.error(error instanceof Error ? `${error.message} ${fields}`.trim() : error)
    process.exitCode = 1
  })
