import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Pool, type PoolUser, SignIn } from '#infra/local/services/signIn.ts'

const password = 'Redress-demo-1'
const name = 'huda@redress.test'
const minute = 60_000

let users: Map<string, PoolUser>
let calls: string[]
let now: number
let signIn: SignIn

/** A pool that does whatever it is asked, as the emulator does. */
const pool: Pool = {
  clientId: 'panel',
  call: async (call) => {
    calls.push(call)
    if (call === 'ForgotPassword') change({ ConfirmationCode: '123456' })
    return { AuthenticationResult: { IdToken: 'a token' } }
  },
  userByName: async (login) => users.get(login) ?? null,
  userByToken: async (token) => (token === 'refresh' ? (users.get(name) ?? null) : null),
}
const change = (more: Partial<PoolUser>) =>
  users.set(name, { Username: 'u1', Password: password, ...users.get(name), ...more })

beforeEach(() => {
  users = new Map()
  change({ Enabled: true, UserStatus: 'CONFIRMED' })
  calls = []
  now = Date.parse('2026-03-01T08:00:00Z')
  signIn = new SignIn(pool, () => now)
})

const ask = async (call: string, body: object) => {
  try {
    return (await signIn.answer(call, { ClientId: 'panel', ...body })) as Record<string, unknown>
  } catch (error) {
    return { refused: (error as { code: string }).code }
  }
}
const withPassword = (text: string, login = name) =>
  ask('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: login, PASSWORD: text } })
const answerTo = (session: unknown, more: object = {}, challenge = 'NEW_PASSWORD_REQUIRED') =>
  ask('RespondToAuthChallenge', {
    ChallengeName: challenge,
    Session: session,
    ChallengeResponses: { USERNAME: name, NEW_PASSWORD: 'Another-pass-2', SMS_MFA_CODE: undefined, ...more },
  })

describe('without the password', () => {
  test('no challenge gives tokens, whatever session or code is sent', async () => {
    const values = fc.oneof(fc.constantFrom('', 'any', '0'.repeat(36), undefined, null, 0, {}), fc.uuid(), fc.string())
    const challenges = fc.constantFrom('NEW_PASSWORD_REQUIRED', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'SELECT_MFA_TYPE', '')
    await fc.assert(
      fc.asyncProperty(challenges, values, values, async (challenge, session, code) => {
        const answer = await answerTo(session, { SMS_MFA_CODE: code, ANSWER: 'SMS_MFA' }, challenge)
        expect(answer).toEqual({ refused: 'NotAuthorizedException' })
      }),
    )
    expect(calls).toEqual([])
  })

  test('a login that waits for its first password hands out no challenge either', async () => {
    change({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
    expect(await withPassword('Guessed-pass-1')).toEqual({ refused: 'NotAuthorizedException' })
    expect(await withPassword(password)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  })

  test('no reset goes through without a code that was sent in the last hour', async () => {
    const reset = (code: unknown) =>
      ask('ConfirmForgotPassword', { Username: name, ConfirmationCode: code, Password: 'Another-pass-2' })
    for (const code of [undefined, null, '', '123456'])
      expect(await reset(code)).toEqual({ refused: 'CodeMismatchException' })
    await ask('ForgotPassword', { Username: name })
    now += 61 * minute
    expect(await reset('123456')).toEqual({ refused: 'CodeMismatchException' })
    await ask('ForgotPassword', { Username: name })
    now += minute
    expect(await reset('123456')).toMatchObject({ AuthenticationResult: expect.anything() })
  })

  test('nobody learns who has a login', async () => {
    expect(await withPassword('Wrong-pass-1', 'nobody@redress.test')).toEqual(await withPassword('Wrong-pass-1'))
    expect(await ask('ForgotPassword', { Username: 'nobody@redress.test' })).toEqual(
      await ask('ForgotPassword', { Username: name }),
    )
  })
})

describe('a challenge', () => {
  const challenged = async () => {
    change({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
    return (await withPassword(password)).Session
  }

  test('is answered once, for its own login, within three minutes, by a strong password', async () => {
    const session = await challenged()
    expect(await answerTo(session, { USERNAME: 'omar@redress.test' })).toEqual({ refused: 'NotAuthorizedException' })
    expect(await answerTo(session, { NEW_PASSWORD: 'short' })).toEqual({ refused: 'InvalidPasswordException' })
    expect(await answerTo(session, {}, 'SMS_MFA')).toEqual({ refused: 'NotAuthorizedException' })
    expect(await answerTo(session)).toMatchObject({ AuthenticationResult: expect.anything() })
    expect(await answerTo(session)).toEqual({ refused: 'NotAuthorizedException' })
    const late = await challenged()
    now += 4 * minute
    expect(await answerTo(late)).toEqual({ refused: 'NotAuthorizedException' })
  })
})

describe('somebody who guesses', () => {
  test('has a handful of attempts and then waits, ever longer, and so does the right password', async () => {
    let tried = 0
    for (let attempt = 0; attempt < 1000; attempt++) {
      if ((await withPassword(`Wrong-pass-${attempt}`)).refused === 'NotAuthorizedException') tried++
      now += 1000
    }
    expect(tried).toBeLessThan(20)
    expect(await withPassword(password)).toEqual({ refused: 'TooManyRequestsException' })
    now += 15 * minute
    expect(await withPassword(password)).toMatchObject({ AuthenticationResult: expect.anything() })
  })

  test('of codes has as few, and cannot have a new one sent all the time', async () => {
    let [sent, tried] = [0, 0]
    for (let attempt = 0; attempt < 2000; attempt++) {
      if (!('refused' in (await ask('ForgotPassword', { Username: name })))) sent++
      const body = { Username: name, ConfirmationCode: String(attempt).padStart(6, '0'), Password: 'Another-pass-2' }
      if ((await ask('ConfirmForgotPassword', body)).refused === 'CodeMismatchException') tried++
      now += 10
    }
    expect([sent < 20, tried < 20]).toEqual([true, true])
  })

  test('of one login does not keep others out', async () => {
    for (let attempt = 0; attempt < 50; attempt++) await withPassword('Wrong-pass-1', 'omar@redress.test')
    expect(await withPassword(password)).toMatchObject({ AuthenticationResult: expect.anything() })
  })
})

test('a person who was deactivated gets no token by password, challenge or refresh', async () => {
  change({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
  const session = (await withPassword(password)).Session
  change({ Enabled: false })
  expect(await answerTo(session)).toEqual({ refused: 'NotAuthorizedException' })
  change({ UserStatus: 'CONFIRMED' })
  expect(await withPassword(password)).toEqual({ refused: 'NotAuthorizedException' })
  const refresh = { AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: 'refresh' } }
  expect(await ask('InitiateAuth', refresh)).toEqual({ refused: 'NotAuthorizedException' })
  expect(calls).toEqual([])
})

test('only the calls of a sign-in exist, for the panel alone', async () => {
  expect(signIn.answer('AdminSetUserPassword', { ClientId: 'panel' })).toBeUndefined()
  expect(signIn.answer('constructor', { ClientId: 'panel' })).toBeUndefined()
  expect(await ask('ForgotPassword', { ClientId: 'another', Username: name })).toEqual({
    refused: 'ResourceNotFoundException',
  })
})
