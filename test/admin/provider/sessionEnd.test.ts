import { expect, test } from 'vitest'
import { askedByPerson } from '#admin/provider/session/askedByPerson.ts'
import { SessionEnd } from '#admin/provider/session/sessionEnd.ts'
import { BrowserTabs } from '#test/admin/fake/browserTabs.ts'

const isWrite = (_: string, { method = 'GET' }: RequestInit) => method !== 'GET'
const post = { method: 'POST' }

/** A page of a signed-in person over a server that takes one token. */
async function page() {
  const browser = new BrowserTabs()
  const session = browser.open()
  await session.signIn('huda', 'secret')
  const end = new SessionEnd(session, isWrite)
  const server = { token: await session.token(), sent: [] as string[] }
  const send = end.resend(async (url) => {
    const isTaken = (await session.token()) === server.token
    if (isTaken) server.sent.push(url)
    return new Response('{}', { status: isTaken ? 200 : 401 })
  })
  const signInAgain = async (who: string) => {
    browser.clock.now += 5_000
    await session.signIn(who, 'secret')
    server.token = await session.token()
  }
  await send('/api/me', {})
  return { browser, session, end, server, send, signInAgain }
}

const aWhile = () => new Promise((done) => setTimeout(done, 20))

test('requests wait for the sign-in of the same person and are sent again in their order', async () => {
  const { end, server, send, signInAgain } = await page()
  server.token = 'another'
  const answers = ['/a', '/b', '/c'].map((url) => send(url, post))
  await expect.poll(end.isAsking).toBe(true)
  expect(end.isKeeping()).toBe(true)
  await signInAgain('huda')
  expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, true, true])
  expect(server.sent).toEqual(['/api/me', '/a', '/b', '/c'])
  expect([end.isAsking(), end.isKeeping()]).toEqual([false, false])
})

test('nothing of the first person is sent for another one', async () => {
  const { browser, server, send, signInAgain } = await page()
  server.token = 'another'
  void send('/a', post)
  await aWhile()
  void signInAgain('omar')
  await aWhile()
  expect([server.sent, browser.begun]).toEqual([['/api/me'], [0]])
})

test('what a page reads by itself waits without asking, until something is asked for', async () => {
  const { end, server, send } = await page()
  server.token = 'another'
  void send('/bell', {})
  await aWhile()
  expect(end.isAsking()).toBe(false)
  void send('/a', post)
  await aWhile()
  expect(end.isAsking()).toBe(true)
})

test('a page that was left does not wait for its reading any more', async () => {
  const { server, send } = await page()
  server.token = 'another'
  const stop = new AbortController()
  const answer = send('/list', { signal: stop.signal })
  await aWhile()
  stop.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})

test('a page that begins with an ended session shows the sign-in', async () => {
  const session = new BrowserTabs().open()
  await session.signIn('huda', 'secret')
  const send = new SessionEnd(session, () => true).resend(async () => new Response('{}', { status: 401 }))
  expect((await send('/api/me', {})).status).toBe(401)
  expect([session.isSignedIn, session.hasEnded]).toEqual([false, false])
})

test('a read that is repeated is asked for only just after the person did something', () => {
  const listeners = new Map<string, () => void>()
  const clock = { now: 0 }
  const isAsked = askedByPerson(
    { addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener) } as Document,
    () => clock.now,
  )
  const since = (day: string) => isAsked(`/api/cases?filter=${encodeURIComponent(`{"a":"${day}T08:00:00.000Z"}`)}`, {})
  expect([since('2026-11-20'), since('2026-11-21'), isAsked('/api/x', post)]).toEqual([true, false, true])
  listeners.get('pointerdown')?.()
  expect(since('2026-11-22')).toBe(true)
  clock.now = 3_000
  expect(since('2026-11-22')).toBe(false)
})
