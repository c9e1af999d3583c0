import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { shipTerms } from '#functions/settings/operations.ts'
import { addAdministrator, restoreSignIns } from '#functions/users/operations.ts'
import { Problem } from '#shared/declaration/problem.ts'

const usage = `TABLE_NAME=… AUDIT_KEY_ID=… AWS_REGION=… npm run administrator -- --name "…" --email …
TABLE_NAME=… USER_POOL_ID=… AWS_REGION=… npm run administrator -- --restore-sign-ins`

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, email: { type: 'string' }, 'restore-sign-ins': { type: 'boolean' } },
  })
  const { TABLE_NAME, AWS_REGION, USER_POOL_ID } = process.env
  if (!TABLE_NAME || !AWS_REGION) throw new Error(usage)
  if (values['restore-sign-ins']) {
    if (!USER_POOL_ID) throw new Error(usage)
    return console.log(
      `The sign-ins of ${await restoreSignIns()} people are in the user pool. Invitations come by mail.`,
    )
  }
  if (!values.name || !values.email || !process.env.AUDIT_KEY_ID) throw new Error(usage)
  await shipTerms()
  console.log(`Added ${await addAdministrator(values.name, values.email)}. The invitation comes by mail.`)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await run().catch((error: unknown) => {
    const fields = error instanceof Problem ? JSON.stringify(error.document().errors ?? {}) : ''
    console.error(error instanceof Error ? `${error.message} ${fields}`.trim() : error)
    process.exitCode = 1
  })
