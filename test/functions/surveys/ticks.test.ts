import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { handler } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { releaseLease, takeLease } from '#functions/platform/store/lease.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Message } from '#shared/entities/message.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { invite, open, postOffice, published, send, stored, tokenIn, visit } from './scene.ts'

const world = useTable()
const post = postOffice()
const instant = (days: number, minutes = 0) => new Date(Date.now() + days * 86_400_000 + minutes * 60_000).toISOString()
const runTick = (days: number, minutes = 1) => handler({ tick: 'survey-invitations', at: instant(days, minutes) })
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
})
afterEach(() => post.refuse(undefined))

const invited = async (channel = 'email', body = {}) => {
  const { encounterId } = await visit(world().siteId, body)
  const id = (await invite(surveyId, { encounterIds: [encounterId], channel }))[0]?.id ?? ''
  return id
}

describe('invitations', () => {
  test('are reminded once when they are due, with a link of their own, and end when their time is over', async () => {
    const id = await invited()
    await sweep()
    const sent = post.mails.length
    await runTick(2)
    expect(post.mails.length).toBe(sent)
    expect(await runTick(3)).toMatchObject({ reminded: 1 })
    expect(await runTick(3, 2)).toMatchObject({ reminded: 0 })
    expect(await stored(id)).toMatchObject({ status: 'sent', remindedCount: 1 })
    const [first, second] = post.mails.slice(-2).map(tokenIn)
    expect(first).not.toBe(second)
    expect((await open(first ?? '')).status).toBe(200)
    expect(await runTick(15)).toMatchObject({ expired: 1 })
    expect(await stored(id)).toMatchObject({ status: 'expired' })
    expect((await open(second ?? '')).status).toBe(410)
  })

  test('that were answered are not reminded', async () => {
    const id = await invited()
    await sweep()
    const mail = post.mails.at(-1)
    await send(mail ? tokenIn(mail) : '', { 'q.overall': '9' })
    await runTick(3)
    expect(await stored(id)).toMatchObject({ status: 'answered', remindedCount: 0 })
  })

  test('that could not be sent are tried again with growing pauses, at most five times', async () => {
    post.refuse(500)
    const id = await invited('email', { email: 'gone@example.test' })
    await sweep()
    expect(await runTick(0, 1)).toMatchObject({ sent: 0, failed: 0 })
    for (const minutes of [6, 20, 45, 90]) expect(await runTick(0, minutes)).toMatchObject({ failed: 1 })
    expect(await runTick(1)).toMatchObject({ failed: 1 })
    expect(await stored(id)).toMatchObject({ status: 'undeliverable', reason: 'ses answered 500 MessageRejected' })
  })

  test('that failed are sent when the mail service works again', async () => {
    post.refuse(503)
    const id = await invited()
    await sweep()
    post.refuse(undefined)
    expect(await runTick(0, 6)).toMatchObject({ sent: 1 })
    expect(await stored(id)).toMatchObject({ status: 'sent' })
  })

  test('by text message wait for contact hours and are captured locally', async () => {
    const id = await invited('sms')
    const { nextAt } = await stored(id)
    const hour = new Date(Date.parse(String(nextAt)) + 3 * 3_600_000).getUTCHours()
    expect(hour).toBeGreaterThanOrEqual(9)
    expect(hour).toBeLessThan(20)
    await handler({ tick: 'survey-invitations', at: String(nextAt) })
    expect(await stored(id)).toMatchObject({ status: 'sent' })
    expect(post.mails.at(-1)?.to).toBe('966501234567@sms.redress.test')
    const captured = { conditions: [conditionOf(Message, 'status', 'captured')], offset: 0, limit: 5 }
    expect((await listPage(Message, captured, { actor: product })).rows[0]).toMatchObject({ channel: 'sms' })
  })

  test('are reminded by hand at once, at most twice', async () => {
    const id = await invited()
    await sweep()
    const remind = async () => {
      const { status } = await as('officer')(`POST /api/invitations/${id}/actions/remind`, {})
      await sweep()
      return status
    }
    expect([await remind(), await remind(), await remind()]).toEqual([200, 200, 409])
    expect(await stored(id)).toMatchObject({ remindedCount: 2, status: 'sent' })
  })

  test('are not sent once cancelled', async () => {
    const id = await invited('email', { email: 'cancelled@example.test' })
    await as('officer')(`POST /api/invitations/${id}/actions/cancel`, { reason: 'Wrong visit' })
    await sweep()
    await runTick(4)
    expect(post.mails.map(({ to }) => to)).not.toContain('cancelled@example.test')
  })
})

/** Ids that a tick at that instant is given. */
async function due(tick: string, at: string): Promise<string[]> {
  const ids: string[] = []
  for await (const id of dueIds(tick, at)) ids.push(id)
  return ids
}

test('a missed tick catches up, of two at once one runs, and what is over is not looked at again', async () => {
  const [late, cancelled] = [await invited(), await invited()]
  const answered = await invited('email', { email: 'answered@example.test' })
  await sweep()
  await as('officer')(`POST /api/invitations/${cancelled}/actions/cancel`, { reason: 'Wrong visit' })
  const mail = post.mails.find(({ to }) => to === 'answered@example.test')
  await send(tokenIn(mail ?? { text: '' }), { 'q.overall': '9' })
  expect(await due('survey-invitations', instant(400))).toContain(late)
  const lease = await takeLease(tickKey('survey-invitations'), 60_000)
  if (!lease) throw new Error('Nobody else runs the tick')
  expect(await runTick(9)).toEqual({ skipped: true })
  await releaseLease(lease)
  expect(await runTick(9)).toMatchObject({ failed: 0 })
  expect(await stored(late)).toMatchObject({ status: 'sent', remindedCount: 1 })
  expect(await runTick(9, 2)).toMatchObject({ reminded: 0, expired: 0 })
  await runTick(60)
  expect(await stored(late)).toMatchObject({ status: 'expired' })
  const waiting = await due('survey-invitations', instant(400))
  for (const id of [late, cancelled, answered]) expect(waiting).not.toContain(id)
})
