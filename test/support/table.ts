import { afterAll, beforeAll } from 'vitest'
import { auditFolder } from './auditFolders.ts'
import { freshTable, startEngine } from './engine.ts'
import { seedPeople, type World } from './people.ts'

/** What the functions read from their environment, on the embedded engine. */
export const testEnvironment = (endpoint: string, table: string) => ({
  DYNAMODB_ENDPOINT: endpoint,
  TABLE_NAME: table,
  AUDIT_FOLDER: auditFolder(table),
  // Addresses of files are signed without a file service; nothing listens there.
  S3_ENDPOINT: 'http://127.0.0.1:9',
  FILES_BUCKET: 'redress-files',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  CURSOR_SECRET: 'a secret of the tests',
  TOKEN_PEPPER: 'a pepper of the tests',
  PUBLIC_URL: 'http://localhost:4000',
  MAIL_FROM: 'desk@redress.test',
  LOG: 'off',
  PROJECTION_FOLDER: ':memory:',
})

/** A fresh table with sites and people for one test file; call at the top, read `world()` inside tests. */
export function useTable(options: { people?: boolean } = {}): () => World {
  let world: World | undefined
  const kept = { ...process.env }
  beforeAll(async () => {
    const { endpoint } = await startEngine()
    Object.assign(process.env, testEnvironment(endpoint, await freshTable(endpoint)))
    if (options.people !== false) world = await seedPeople()
  })
  afterAll(() => {
    for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name]
    Object.assign(process.env, kept)
  })
  return () => {
    if (!world) throw new Error('The table has no people')
    return world
  }
}
