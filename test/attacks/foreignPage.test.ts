import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loopbackUrl } from '#infra/local/services/loopback.ts'
import { openBrowser, type Product, startProduct } from '#test/support/browser.ts'
import { demoPassword, request, type SignedInCall, signIn } from '#test/support/session.ts'
import { innerAddresses } from './innerAddresses.ts'

let product: Product
let browser: Browser
let admin: SignedInCall
let elsewhere: Server
/** Pages that attack: one of another port of this machine, and one whose name was pointed at the product's own address. */
let pages: Readonly<Record<'another port' | 'another name', Page>>

beforeAll(async () => {
  product = await startProduct({ panel: false })
  admin = await signIn(product.url, 'admin')
  // A mail with a code, which nobody else may read or clear.
  await askForCode('officer@redress.test')
  elsewhere = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>'),
  )
  const url = await loopbackUrl(elsewhere)
  browser = await openBrowser(['--host-resolver-rules=MAP *.evil.test 127.0.0.1'])
  const open = async (address: string) => {
    const page = await browser.newPage()
    await page.goto(address)
    return page
  }
  const rebound = `http://app.evil.test:${new URL(product.url).port}/`
  pages = { 'another port': await open(url), 'another name': await open(rebound) }
})
afterAll(async () => {
  await browser?.close()
  elsewhere?.close()
  await product?.stop()
})

const cognito = { 'content-type': 'application/x-amz-json-1.1' }
const target = (name: string) => ({ ...cognito, 'x-amz-target': `AWSCognitoIdentityProviderService.${name}` })

async function askForCode(Username: string): Promise<void> {
  const { userPoolClientId: ClientId } = await (await fetch(`${product.url}/config.json`)).json()
  const body = JSON.stringify({ ClientId, Username })
  await fetch(`${product.url}/cognito/`, { method: 'POST', headers: target('ForgotPassword'), body })
}

interface Attempt {
  readonly address: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly mode?: 'cors' | 'no-cors'
}

/** What a page can read of the answer to its request, or nothing. */
const readBy = (page: Page, attempt: Attempt) =>
  page.evaluate(async ({ address, ...rest }) => {
    try {
      const answer = await fetch(address, rest)
      return answer.ok ? await answer.text() : ''
    } catch {
      return ''
    }
  }, attempt)

/** The address as each page would write it: a page with another name asks its own origin. */
const addressFor = (page: Page, path: string) => {
  const { hostname, origin } = new URL(page.url())
  return `${hostname.endsWith('.evil.test') ? origin : product.url}${path}`
}

describe.each(['another port', 'another name'] as const)('a page of %s', (origin) => {
  test('reads nothing, though it knows every address and a token', async () => {
    const page = pages[origin]
    const mail = new URL(product.mailUrl).pathname
    const paths = [
      '/',
      '/config.json',
      '/api/health',
      '/api/cases',
      '/api/users',
      mail,
      `${mail}store`,
      '/files/redress-files/',
    ]
    const headers = { authorization: `Bearer ${admin.token}` }
    for (const path of paths)
      for (const attempt of [{}, { headers }])
        expect(await readBy(page, { address: addressFor(page, path), ...attempt }), path).toBe('')
  })

  test('signs nobody in, and calls nothing of the identity provider', async () => {
    const page = pages[origin]
    const { userPoolClientId: ClientId } = await (await fetch(`${product.url}/config.json`)).json()
    const AuthParameters = { USERNAME: 'admin@redress.test', PASSWORD: demoPassword }
    const body = JSON.stringify({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    for (const name of ['InitiateAuth', 'AdminListUsers', 'RespondToAuthChallenge'])
      for (const headers of [target(name), { 'content-type': 'text/plain' }])
        expect(await readBy(page, { address: addressFor(page, '/cognito/'), method: 'POST', headers, body })).toBe('')
  })

  test('writes nothing: no record, no tick, no answer of a survey, and clears no mail', async () => {
    const page = pages[origin]
    const before = await written()
    const mail = new URL(product.mailUrl).pathname
    const site = JSON.stringify({ name: 'Elsewhere', code: 'ELSE', zone: 'UTC' })
    const paths = [
      '/api/sites',
      '/.instance/tick',
      '/s/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      `${mail}clear-store`,
      `${mail}v2/email/outbound-emails`,
    ]
    const attempts = paths.flatMap((path) =>
      (['cors', 'no-cors'] as const).flatMap((mode) =>
        ['application/json', 'text/plain'].map((type) => ({ path, mode, headers: { 'content-type': type } })),
      ),
    )
    for (const { path, ...attempt } of attempts)
      await readBy(page, { address: addressFor(page, path), method: 'POST', body: site, ...attempt })
    await submitForm(page, addressFor(page, '/api/sites'))
    expect(await written()).toEqual(before)
  })

  test('reaches no inner part of the product', async () => {
    const page = pages[origin]
    const headers = { 'content-type': 'text/plain', 'x-amz-target': 'DynamoDB_20120810.Scan' }
    for (const address of innerAddresses(product))
      for (const mode of ['cors', 'no-cors'] as const)
        expect(await isReached(page, { address, method: 'POST', headers, body: '{"TableName":"redress"}', mode })).toBe(
          false,
        )
  })
})

test('the product itself still works beside them, and says to the others why it does not answer', async () => {
  expect((await request(product.url, 'GET /api/health')).status).toBe(200)
  const { port } = new URL(product.url)
  const rebound = await browser.newPage()
  const answer = await rebound.goto(`http://app.evil.test:${port}/config.json`)
  expect([answer?.status(), await answer?.text()]).toEqual([
    403,
    expect.stringContaining(`Redress answers at ${product.url} only.`),
  ])
})

/** Whether any answer came at all: with `no-cors` a page may not read it, but it learns that it came. */
const isReached = (page: Page, attempt: Attempt) =>
  page.evaluate(
    ({ address, ...rest }) =>
      fetch(address, rest).then(
        () => true,
        () => false,
      ),
    attempt,
  )

/** A form that a page sends, as it may to every address; the page comes back afterwards. */
async function submitForm(page: Page, address: string): Promise<void> {
  const back = page.url()
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype: 'text/plain' })
    form.append(
      Object.assign(document.createElement('input'), { name: '{"name":"Elsewhere","code":"', value: 'ELSE"}' }),
    )
    document.body.append(form)
    form.submit()
  }, address)
  await page.waitForURL(address)
  await page.goto(back)
}

/** Everything an attack might have changed: sites, and the mails that were caught. */
async function written() {
  const sites = await admin('GET /api/sites')
  const mails = readFileSync(`${product.folder}/mail.jsonl`, 'utf8')
  return { sites: sites.body, mails }
}
