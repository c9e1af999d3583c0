import { expect, test, vi } from 'vitest'
import { holds } from '#admin/provider/auth.ts'
import { httpClient } from '#admin/provider/http.ts'
import { Session } from '#admin/provider/session.ts'
import { SignInError } from '#admin/provider/signInError.ts'
import { FakeApi } from '#test/admin/fake/api.ts'
import { byRule } from '#test/admin/fake/panel.ts'

const config = async () => ({ apiUrl: '/api', region: 'eu-central-1', userPoolId: 'pool', userPoolClientId: 'client' })
const tokens = (id: string) => ({ AuthenticationResult: { IdToken: id, RefreshToken: 'refresh', ExpiresIn: 3600 } })

function sessionOver(...answers: [number, object][]) {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }
  const request = vi.fn<typeof fetch>(async () => {
    const [status, body] = answers.shift() ?? [500, {}]
    return new Response(JSON.stringify(body), { status })
  })
  const clock = { now: 0 }
  return { request, clock, session: new Session({ fetch: request, storage, config, now: () => clock.now }) }
}

test('signing in asks the user pool of the region and keeps the token', async () => {
  const { session, request } = sessionOver([200, tokens('one')])
  await session.signIn('huda@redress.test', 'secret')
  expect(await session.token()).toBe('one')
  expect(request.mock.calls[0]?.[0]).toBe('https://cognito-idp.eu-central-1.amazonaws.com/')
})

test('a token is renewed before it expires, once for all callers', async () => {
  const { session, request, clock } = sessionOver([200, tokens('one')], [200, tokens('two')])
  await session.signIn('huda@redress.test', 'secret')
  clock.now = 3_550_000
  expect(await Promise.all([session.token(), session.token()])).toEqual(['two', 'two'])
  expect(request).toHaveBeenCalledTimes(2)
})

test('an invalid refresh token signs the person out', async () => {
  const { session, clock } = sessionOver([200, tokens('one')], [400, { __type: 'NotAuthorizedException' }])
  await session.signIn('huda@redress.test', 'secret')
  clock.now = 4_000_000
  expect(await session.token()).toBeUndefined()
  expect(session.isSignedIn).toBe(false)
})

test('signing out has the API and the user pool refuse the tokens, and forgets them whatever they answer', async () => {
  const { session, request } = sessionOver([200, tokens('one')], [503, {}], [500, {}])
  await session.signIn('huda@redress.test', 'secret')
  await session.end('/api')
  expect(session.isSignedIn).toBe(false)
  const sent = request.mock.calls.slice(1).map(([url, options]) => [url, JSON.parse(String(options?.body))])
  expect(sent).toContainEqual(['/api/sign-out', {}])
  expect(sent).toContainEqual([expect.stringMatching(/cognito/), { ClientId: 'client', Token: 'refresh' }])
})

test('a first password is replaced during the sign-in', async () => {
  const { session, request } = sessionOver(
    [200, { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's' }],
    [200, tokens('one')],
  )
  await expect(session.signIn('huda@redress.test', 'first')).rejects.toMatchObject({ reason: 'new-password' })
  await session.replacePassword('A-better-one-7')
  expect(JSON.parse(String(request.mock.calls[1]?.[1]?.body))).toMatchObject({
    Session: 's',
    ChallengeResponses: { NEW_PASSWORD: 'A-better-one-7' },
  })
  expect(session.isSignedIn).toBe(true)
})

const without = `x.${btoa(JSON.stringify({ second_factor: 'needed' }))}.x`
const bodyOf = (call: Parameters<typeof fetch> | undefined) => JSON.parse(String(call?.[1]?.body))

test('a second factor is asked for after the password', async () => {
  const challenge = { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 's' }
  const wrong = { __type: 'CodeMismatchException', message: 'No.' }
  const { session, request } = sessionOver([200, challenge], [400, wrong], [200, tokens('one')])
  await expect(session.signIn('huda@redress.test', 'secret')).rejects.toMatchObject({ reason: 'code' })
  await expect(session.enterCode('000000')).rejects.toMatchObject({ reason: 'wrong-code' })
  await session.enterCode('123456')
  expect(bodyOf(request.mock.calls[2])).toMatchObject({
    ...{ ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 's' },
    ChallengeResponses: { USERNAME: 'huda@redress.test', SOFTWARE_TOKEN_MFA_CODE: '123456' },
  })
  expect(session.isSignedIn).toBe(true)
})

test('a person whose roles need a second factor sets one up before anything else', async () => {
  const first = { AuthenticationResult: { IdToken: without, AccessToken: 'access', RefreshToken: 'refresh' } }
  const renewed = { AuthenticationResult: { IdToken: 'all roles', ExpiresIn: 3600 } }
  const { session, request } = sessionOver(
    ...(
      [
        [200, first],
        [200, { SecretCode: 'KEY' }],
        [200, { Status: 'SUCCESS' }],
        [200, {}],
        [200, renewed],
      ] as const
    ).map(([status, body]): [number, object] => [status, body]),
  )
  await expect(session.signIn('huda@redress.test', 'secret')).rejects.toMatchObject({ reason: 'set-up' })
  expect(session.isSignedIn).toBe(false)
  expect(await session.newKey()).toBe('KEY')
  await session.keepFactor('123456')
  expect(bodyOf(request.mock.calls[1])).toEqual({ AccessToken: 'access' })
  expect(bodyOf(request.mock.calls[3])).toMatchObject({
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  expect(await session.token()).toBe('all roles')
})

test('a wrong password differs from a service that does not answer', async () => {
  const { session } = sessionOver([400, { __type: 'NotAuthorizedException', message: 'No.' }])
  await expect(session.signIn('a', 'b')).rejects.toBeInstanceOf(SignInError)
  await expect(session.signIn('a', 'b')).rejects.toMatchObject({ reason: 'refused' })
})

test('a call is repeated once with a renewed token', async () => {
  const api = new FakeApi([{ id: 'case_1', version: 1 }])
  api.token = 'new'
  const http = httpClient({ token: async () => 'old', renew: async () => 'new' }, api.fetch, byRule)
  expect((await http('/api/cases/case_1')).json.id).toBe('case_1')
  expect(api.calls).toHaveLength(2)
})

test('a refusal contains the sentence of its rule and the fields it names', async () => {
  const refusing: typeof fetch = async () =>
    new Response(JSON.stringify({ rule: 'FOUR_EYES', message: 'No.', errors: { a: 'b' } }), { status: 403 })
  const http = httpClient({ token: async () => 't', renew: async () => undefined }, refusing, byRule)
  await expect(http('/api/x')).rejects.toMatchObject({
    status: 403,
    message: 'the sentence of FOUR_EYES',
    body: { errors: { a: 'b' } },
  })
})

test('each view of react-admin maps to an operation of the API', () => {
  const me = {
    id: 'u',
    name: '',
    email: '',
    roles: [],
    siteIds: [],
    isGlobal: false,
    permissions: ['cases.read', 'cases.acknowledge'],
  }
  expect([holds(me, 'cases', 'list'), holds(me, 'cases', 'edit'), holds(me, 'cases', 'acknowledge')]).toEqual([
    true,
    false,
    true,
  ])
})
