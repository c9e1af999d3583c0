import { generateKeyPairSync, sign } from 'node:crypto'
import { request } from 'node:http'
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiRoute, bodyLimit, createApi, type HttpFunction } from '#infra/local/server/api.ts'
import { createAuthorizer } from '#infra/local/server/authorizer.ts'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const ours = pair()
const theirs = pair()
const issuer = 'http://identity.test/pool'
const now = Math.floor(Date.now() / 1000)
const valid = { iss: issuer, sub: 'u1', token_use: 'access', client_id: 'panel', iat: now, exp: now + 60 }

const token = (claims: object, key = ours.privateKey, header: object = { alg: 'RS256', kid: 'k1' }) => {
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${parts}.${sign('RSA-SHA256', Buffer.from(parts), key).toString('base64url')}`
}

const routes: ApiRoute[] = [
  { method: 'GET', path: '/api/echo/{id}', lambda: 'echo', auth: 'user' },
  { method: 'POST', path: '/api/open', lambda: 'echo', auth: 'public' },
  { method: 'GET', path: '/api/image', lambda: 'image', auth: 'public' },
  { method: 'GET', path: '/api/broken', lambda: 'broken', auth: 'public' },
  { method: 'GET', path: '/api/slow', lambda: 'slow', auth: 'public' },
]
const match = (method: string, path: string) => {
  const id = /^\/api\/echo\/([^/]+)$/.exec(path)?.[1]
  const known = routes.filter((route) => route.path === (id ? '/api/echo/{id}' : path))
  const route = known.find((one) => one.method === method)
  if (!route) return known.length > 0 ? { allowed: known.map((one) => one.method) } : undefined
  return { route, params: id ? { id: decodeURIComponent(id) } : ({} as Record<string, string>) }
}
const handlers: Record<string, HttpFunction> = {
  echo: async (event, context) => ({
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'X-Left': String(context.getRemainingTimeInMillis()) },
    cookies: ['a=1', 'b=2; HttpOnly'],
    body: JSON.stringify(event),
  }),
  image: async () => ({
    statusCode: 200,
    headers: { 'content-type': 'image/png' },
    body: Buffer.from([1, 2, 255]).toString('base64'),
    isBase64Encoded: true,
  }),
  broken: async () => {
    throw new TypeError('a secret about Amal')
  },
  slow: () => new Promise(() => undefined),
}

let gateway: GatewayServer
beforeAll(async () => {
  gateway = await startGateway(0)
  const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig', kty: 'RSA' as const }
  const authorize = createAuthorizer({ issuer, clientId: 'panel', jwks: { keys: [jwk] } })
  const load = async (context: string) => handlers[context] ?? Promise.reject(new Error('no entry'))
  gateway.open([['/api/', createApi({ match, load, authorize }, 300)]])
})
afterAll(() => gateway.close())

const get = (path: string, bearer?: string) =>
  fetch(gateway.url + path, bearer === undefined ? {} : { headers: { authorization: `Bearer ${bearer}` } })

describe('the event', () => {
  const echoed = async (response: Response) => (await response.json()) as APIGatewayProxyEventV2WithJWTAuthorizer

  test('has the shape of an HTTP API with payload format 2.0', async () => {
    const event = await echoed(
      await fetch(`${gateway.url}/api/echo/case%20%C3%A9?b=1&b=2&q=a%20b`, {
        headers: { authorization: `Bearer ${token(valid)}`, Cookie: 'x=1; y=2', 'X-Mixed': 'Yes' },
      }),
    )
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /api/echo/{id}',
      rawPath: '/api/echo/case é',
      rawQueryString: 'b=1&b=2&q=a%20b',
      queryStringParameters: { b: '1,2', q: 'a b' },
      pathParameters: { id: 'case é' },
      cookies: ['x=1', 'y=2'],
      isBase64Encoded: false,
      requestContext: { stage: '$default', http: { method: 'GET', sourceIp: '127.0.0.1', protocol: 'HTTP/1.1' } },
    })
    expect(event.headers).toMatchObject({ 'x-mixed': 'Yes' })
    expect(event.headers).not.toHaveProperty('cookie')
    expect(event).not.toHaveProperty('body')
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/)
  })

  test('contains claims as in an HTTP API: text, and lists as [a b]', async () => {
    const claims = { ...valid, 'cognito:groups': ['officer', 'admin'], email_verified: true }
    const event = await echoed(await get('/api/echo/1', token(claims)))
    expect(event.requestContext.authorizer.jwt.claims).toMatchObject({
      sub: 'u1',
      exp: String(valid.exp),
      email_verified: 'true',
      'cognito:groups': '[officer admin]',
    })
  })

  test.each([
    ['application/json', '{"a":"é"}', false],
    ['application/merge-patch+json', '{}', false],
    ['text/csv; charset=utf-8', 'a,b', false],
    ['application/x-www-form-urlencoded', 'a=1&b=%D8%B9', true],
    ['application/octet-stream', 'raw', true],
  ])('passes a body of %s in its form', async (type, body, isBase64Encoded) => {
    const event = await echoed(
      await fetch(`${gateway.url}/api/open`, { method: 'POST', body, headers: { 'content-type': type } }),
    )
    expect(event.isBase64Encoded).toBe(isBase64Encoded)
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body)
  })
})

describe('the answer', () => {
  test('keeps several cookies', async () => {
    const response = await fetch(`${gateway.url}/api/echo/1`, { headers: { authorization: `Bearer ${token(valid)}` } })
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2; HttpOnly'])
    expect(Number(response.headers.get('x-left'))).toBeGreaterThan(0)
  })

  test('may be binary', async () => {
    const response = await get('/api/image')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 255])
  })

  test('of a failing function is a problem without its words', async () => {
    const response = await get('/api/broken')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('Amal')
  })

  test('of a function that never answers is 503', async () => {
    expect((await get('/api/slow')).status).toBe(503)
  })
})

describe('refusals', () => {
  const unsigned = token(valid, ours.privateKey, { alg: 'none', kid: 'k1' })
  test.each([
    ['no token', undefined],
    ['no JWT', 'abc'],
    ['an expired token', token({ ...valid, exp: now - 10 })],
    ['a token not valid yet', token({ ...valid, nbf: now + 600 })],
    ['a token signed by another key', token(valid, theirs.privateKey)],
    ['an unsigned token', `${unsigned.split('.').slice(0, 2).join('.')}.`],
    ['a token of another issuer', token({ ...valid, iss: 'http://identity.test/other' })],
    ['an access token of another client', token({ ...valid, client_id: 'other' })],
    ['an identity token for another client', token({ ...valid, token_use: 'id', aud: 'other', client_id: 'panel' })],
    ['a refresh token', token({ ...valid, token_use: undefined })],
    ['a tampered token', token(valid).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"u2"}').toString('base64url')}.`)],
  ])('%s gives 401', async (_name, bearer) => {
    const response = await get('/api/echo/1', bearer)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ status: 401, title: 'Not signed in', type: 'about:blank' })
    expect(problem.message).toBe(problem.detail)
  })

  test('an identity token for the panel passes', async () => {
    const { client_id: _, ...rest } = valid
    expect((await get('/api/echo/1', token({ ...rest, token_use: 'id', aud: 'panel' }))).status).toBe(200)
  })

  test.each(['/api/nothing', '/api/echo/1/2', '/api/'])('an unknown route %s gives 404', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 404, title: 'Not found', detail: expect.any(String) })
  })

  test('a known address with another method gives 405 and the methods', async () => {
    const response = await fetch(`${gateway.url}/api/open`, { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('a malformed address gives 400', async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${gateway.url}/api/open`, { path: '/api/%zz' }, (answer) => resolve(answer.statusCode))
      sent.on('error', reject).end()
    })
    expect(status).toBe(400)
  })

  test('a body over 10 MB gives 413, with or without a declared length', async () => {
    const body = Buffer.alloc(bodyLimit + 1, 'x')
    const declared = await fetch(`${gateway.url}/api/open`, { method: 'POST', body })
    expect(declared.status).toBe(413)
    const streamed = await fetch(`${gateway.url}/api/open`, {
      method: 'POST',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
  })

  test('a second gateway on the port is refused', async () => {
    const port = Number(new URL(gateway.url).port)
    await expect(startGateway(port)).rejects.toThrow(`Port ${port} is in use by another program.`)
  })
})

describe('a page of another origin', () => {
  const send = (headers: Record<string, string>, { method = 'GET', path = '/api/image' } = {}) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.url)
      const sent = request({ hostname, port, method, path, headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      sent.once('error', reject).end()
    })
  const own = () => ({ host: new URL(gateway.url).host })

  test.each([
    ['whose name was pointed at this machine', { host: 'evil.test:4000' }],
    ['that says so', { origin: 'http://evil.test' }],
    ['on another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['that hides its origin', { origin: 'null' }],
    ['that loads an answer as a picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['that sends a form', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', origin: 'http://evil.test' }],
  ])('%s is refused', async (_what, headers) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const isOpening = method === 'GET' && 'sec-fetch-mode' in headers && headers['sec-fetch-mode'] === 'navigate'
      if (!isOpening) expect(await send({ ...own(), ...headers }, { method }), method).toBe(403)
    }
  })

  test('may lead here by a link, as a mail does; our own pages and programs call as before', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect(await send({ ...own(), ...link })).toBe(200)
    expect(await send({ ...own(), origin: gateway.url, 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await send({ ...own(), origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await send(own())).toBe(200)
  })

  test('is told apart by the whole address, too, as a proxy sends it', async () => {
    expect(await send(own(), { path: `${gateway.url}/api/image` })).toBe(200)
    expect(await send(own(), { path: 'http://evil.test/api/image' })).toBe(403)
  })
})
