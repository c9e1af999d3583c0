import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'
import { createStatic } from '#infra/local/server/static.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-static-'))
const panel = join(folder, 'panel')
let gateway: GatewayServer
beforeAll(async () => {
  mkdirSync(join(panel, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(panel, 'index.html'), `<!doctype html><title>Panel</title>${' '.repeat(2000)}`)
  writeFileSync(join(panel, 'assets/index-DHqeiiJs.js'), `console.log("${'x'.repeat(2000)}")`)
  gateway = await startGateway(0)
  gateway.open([['/', createStatic(panel)]])
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(gateway.url + path, { headers })

/** Sends a path unchanged, which `fetch` would normalize. */
const statusOf = (path: string) =>
  new Promise((resolve, reject) => {
    request(gateway.url, { path }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end()
  })

test.each(['/', '/cases', '/cases/case_01/show?tab=2'])('%s is the application page, never cached', async (path) => {
  const response = await get(path)
  expect(await response.text()).toContain('<title>Panel</title>')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect((await get(path, { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304)
})

test('a named file is compressed and cached for good', async () => {
  for (const encoding of ['br', 'gzip']) {
    const response = await get('/assets/index-DHqeiiJs.js', { 'accept-encoding': encoding })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(await response.text()).toContain('xxx')
  }
})

test('every answer has the security headers', async () => {
  const { headers } = await get('/')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'; script-src 'self';")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
})

test.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/missing.js', '//secret.txt'])(
  '%s is not found',
  async (path) => {
    expect(await statusOf(path)).toBe(404)
  },
)

test('a page opened as localhost is redirected to the canonical origin, other requests are not', async () => {
  const { port } = new URL(gateway.url)
  const ask = (mode: string) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      const headers = { host: `localhost:${port}`, 'sec-fetch-mode': mode }
      request(gateway.url, { path: '/cases?page=2', headers }, (answer) =>
        resolve([answer.resume().statusCode, answer.headers.location]),
      )
        .on('error', reject)
        .end()
    })
  expect(await ask('navigate')).toEqual([307, `${gateway.url}/cases?page=2`])
  expect(await ask('cors')).toEqual([200, undefined])
})

test('writing is refused', async () => {
  const response = await fetch(`${gateway.url}/`, { method: 'POST', body: 'x' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
