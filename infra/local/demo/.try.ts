import { ensureTable, startEngine } from '#infra/local/engine.ts'
import { tableDefinition } from '#shared/table.ts'
import { rmSync } from 'node:fs'
rmSync('/tmp/seedtry', { recursive: true, force: true })
const { mkdirSync } = await import('node:fs')
mkdirSync('/tmp/seedtry')
const engine = await startEngine({ path: '/tmp/seedtry/r.db' })
await ensureTable(engine.endpoint, tableDefinition('redress'))
Object.assign(process.env, { DYNAMODB_ENDPOINT: engine.endpoint, TABLE_NAME: 'redress', AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', TOKEN_PEPPER: 'p', CURSOR_SECRET: 'c', PUBLIC_URL: 'http://localhost', STAGE: 'home', FILES_BUCKET: 'f', MAIL_FROM: 'a@b.test' })
const { seedDemo } = await import('#infra/local/demo/index.ts')
const said = (await import('./.tx.ts')).watch()
const t = performance.now()
await seedDemo({ isEmpty: false, size: process.argv[2] ? Number(process.argv[2]) : undefined, ensureUser: async ({ email }) => ({ subject: email }) })
console.log('total', performance.now() - t)
if (process.argv[3]) await (await import(process.argv[3])).default
said()
await engine.stop()
