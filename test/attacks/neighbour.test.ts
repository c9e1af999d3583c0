import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasOwnNetwork } from '#infra/local/process/ownNetwork.mjs'
import { type Product, startProduct } from '#test/support/product.ts'
import { innerAddresses } from './innerAddresses.ts'

/** Where this test may become another user, the attacks are that user's; where not, they come from outside the product's network. */
const isRoot = process.getuid?.() === 0
const neighbour = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

const parent = mkdtempSync(join(tmpdir(), 'redress-neighbour-'))
const folder = join(parent, 'data')
let product: Product

beforeAll(async () => {
  // A folder that everybody may enter, as one made by hand is.
  for (const each of [parent, folder]) {
    mkdirSync(each, { recursive: true })
    chmodSync(each, 0o755)
  }
  product = await startProduct({ folder, panel: false })
})
afterAll(async () => {
  await product?.stop()
  rmSync(parent, { recursive: true, force: true })
})

/** Runs a program as the neighbour; what it prints, or the reason why it could not. */
function attack(...command: string[]) {
  const [program = '', ...rest] = [...neighbour, ...command]
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', cwd: '/', timeout: 20_000 })
  return { isDone: status === 0, output: `${stdout}${stderr}` }
}

const scan = (address: string) => `
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.Scan',
    authorization: 'AWS4-HMAC-SHA256 Credential=a/20000101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0' }
  const body = JSON.stringify({ TableName: 'redress' })
  const answer = await fetch('${address}', { method: 'POST', headers, body })
  process.stdout.write(await answer.text())
  process.exit(answer.ok ? 0 : 1)`

test('another user of the machine reaches no part of the product but its one address', () => {
  expect(hasOwnNetwork(), product.output()).toBe(true)
  const addresses = innerAddresses(product)
  expect(addresses.length).toBeGreaterThanOrEqual(3)
  for (const address of addresses)
    expect(attack(process.execPath, '--input-type=module', '-e', scan(address)), address).toMatchObject({
      isDone: false,
      output: expect.stringContaining('fetch failed'),
    })
})

test('at its one address is nothing without a sign-in, but what everybody may see', async () => {
  const addresses = [
    '/api/cases',
    '/api/users',
    '/api/history',
    '/mail/',
    '/mail/store',
    '/files/redress-files/',
    '/.instance/tick',
  ]
  for (const path of addresses) expect((await fetch(`${product.url}${path}`)).status, path).toBeGreaterThanOrEqual(400)
  for (const operation of [
    'AdminListUsers',
    'ListUsers',
    'AdminGetUser',
    'AdminSetUserPassword',
    'AdminInitiateAuth',
  ]) {
    const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` }
    const answer = await fetch(`${product.url}/cognito/`, { method: 'POST', headers, body: '{}' })
    expect(answer.status, operation).toBe(404)
  }
})

test('another user reads no file, no memory and no variable of the product, and does not enter its network', () => {
  const instance = `/proc/${product.processId}`
  const files = [
    'records.db',
    'secrets.json',
    'instance.json',
    'mail.jsonl',
    'identity/signing-key.json',
    'functions.log',
  ]
  const attacks = [
    ...files.map((name) => ['cat', join(folder, name)]),
    ['ls', folder],
    ['cat', `${instance}/environ`],
    ['ls', `${instance}/fd`],
    ['nsenter', '--target', String(product.processId), '--user', '--net', '--preserve-credentials', 'true'],
  ]
  // Somebody who may not become another user is the owner, who may read.
  const results = isRoot ? attacks.map((command) => ({ command, ...attack(...command) })) : []
  for (const { command, isDone, output } of results) expect(isDone, `${command.join(' ')}: ${output}`).toBe(false)
  expect(results.length).toBe(isRoot ? attacks.length : 0)
})
