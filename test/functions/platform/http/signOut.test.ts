import type { Context } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import { as, type CallOptions, eventOf } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

const me = (session: CallOptions['session']) => as('officer')('GET /api/me', undefined, { session })
const signOut = (session: CallOptions['session']) => as('officer')('POST /api/sign-out', {}, { session })

/** The status that an instance answers which has just started, and so remembers nobody. */
async function statusElsewhere(session: CallOptions['session']) {
  vi.resetModules()
  const { handler } = await import('#functions/lambdas/system.ts')
  const event = eventOf('officer', 'GET', new URL('http://localhost/api/me'), undefined, { session })
  return (await handler(event, {} as Context)).statusCode
}

test('after a sign-out every token of that sign-in is refused, on every instance, and those of others are not', async () => {
  const [phone, desk] = [
    { event_id: 'phone', jti: 'one' },
    { event_id: 'desk', jti: 'two' },
  ]
  expect((await me(phone)).status).toBe(200)
  expect((await signOut(phone)).body).toEqual({ isEnded: true })
  expect(await me(phone)).toMatchObject({ status: 401, body: { rule: 'SESSION_ENDED' } })
  expect((await me({ event_id: 'phone', jti: 'another token' })).status).toBe(401)
  expect([await statusElsewhere(phone), await statusElsewhere(desk)]).toEqual([401, 200])
})

test('the claim that Cognito keeps through every renewal names the session', async () => {
  await signOut({ origin_jti: 'first', event_id: 'a', jti: 'b' })
  expect((await me({ origin_jti: 'first', event_id: 'c', jti: 'd' })).status).toBe(401)
  expect((await me({ origin_jti: 'other', event_id: 'a', jti: 'b' })).status).toBe(200)
})

test('signing out twice is no error, and forgets sessions whose tokens have expired', async () => {
  const past = { event_id: 'past', iat: '0', exp: '-10' }
  await signOut(past)
  await signOut({ event_id: 'next' })
  expect((await me(past)).status).toBe(200)
  expect((await signOut({ event_id: 'next' })).status).toBe(401)
})

test('a token without a session is told that nothing ended', async () => {
  expect((await signOut(undefined)).body).toEqual({ isEnded: false })
})

test('a person whom an administrator deactivates is refused by the next instance that is asked', async () => {
  expect(await statusElsewhere(undefined)).toBe(200)
  const { headers } = await as('admin')(`GET /api/users/${world().userIds.officer}`)
  const change = { headers: { 'If-Match': headers.etag ?? '' } }
  expect((await as('admin')(`PATCH /api/users/${world().userIds.officer}`, { isActive: false }, change)).status).toBe(
    200,
  )
  expect(await statusElsewhere(undefined)).toBe(403)
})
