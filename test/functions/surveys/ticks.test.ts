import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { handler } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { daysUntil } from '#functions/surveys/dueInvitations.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'
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
    expect((await listPage(Message, captured, product)).rows[0]).toMatchObject({ channel: 'sms' })
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

test('a missed tick loses no day, and an extra tick reads no more than it needs', () => {
  expect(daysUntil('2026-11-21T08:00:00.000Z', '2026-11-21T07:55:00.000Z')).toEqual([
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
  ])
  expect(daysUntil('2026-11-21T08:00:00.000Z', '2026-11-11T07:55:00.000Z')).toHaveLength(13)
  expect(daysUntil('2026-11-21T08:00:00.000Z', undefined)).toHaveLength(131)
  expect(daysUntil('2026-11-21T08:00:00.000Z', '2027-01-01T00:00:00.000Z')).toHaveLength(3)
})

test('an overdue case is mailed once to a person who can act', async () => {
  const { patientId } = await visit(world().siteId)
  const body = {
    ...Case.example,
    siteId: world().siteId,
    patientId,
    receivedAt: '2026-10-01T08:00:00.000Z',
    ownerId: world().userIds.officer,
  }
  const { body: late } = await as('officer')('POST /api/cases', body)
  expect(await handler({ tick: 'deadlines' })).toEqual({ alerts: 2 })
  expect(await handler({ tick: 'deadlines', at: instant(1) })).toEqual({ alerts: 0 })
  await sweep()
  const alerts = post.mails.filter(({ subject }) => subject.includes(late.number))
  expect(alerts.map(({ subject }) => subject.split(': ')[1]).sort()).toEqual([
    'the acknowledgement is overdue',
    'the answer to the patient is overdue',
  ])
  expect(alerts[0]?.to).toBe('officer@redress.test')
  expect(alerts[0]?.text).not.toContain('Mariam')
})
