import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '#infra/local/server/api.ts'
import { TokenRefusal } from '#infra/local/server/authorizer.ts'
import { type GatewayServer, startGateway } from '#infra/local/server/gateway.ts'
import { matchRoute } from '#shared/declaration/routes.ts'

let gateway: GatewayServer
beforeAll(async () => {
  gateway = await startGateway(0)
  const authorize = () => {
    throw new TokenRefusal('The session has expired.')
  }
  const load = async () => Promise.reject(new Error('no entry'))
  gateway.open([['/api/', createApi({ match: matchRoute, load, authorize }, 300)]])
})
afterAll(() => gateway.close())

test.each([
  ['an address longer than all headers may be', `/api/cases?filter=${'a'.repeat(20_000)}`, 431, 'HEADERS_LONG'],
  ['an address that cannot be decoded', '/api/%ff', 400, 'MALFORMED'],
  ['an address that leads nowhere', '/api/nothing', 404, 'NO_ADDRESS'],
  ['a person who is not signed in', '/api/me', 401, 'SIGN_IN'],
])('%s is told so in a problem document', async (_what, path, status, rule) => {
  const response = await fetch(gateway.url + path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ status, rule, message: expect.stringMatching(/\w \w.*\.$/) })
})
