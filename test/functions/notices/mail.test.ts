import { describe, expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { deliverNotice } from '#functions/notices/deliver.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { as } from '#test/support/call.ts'
import { change, minutesFromNow, notice, tell, useNotices } from './scene.ts'

const { world, post, mailsTo, runTick, owner } = useNotices()

describe('a mail', () => {
  test('waits for the hours of its reader, and an urgent one does not', async () => {
    const now = '2026-11-27T10:00:00.000Z'
    await change(world().userIds.officer, { noticeHours: { sunday: [{ from: '08:00', to: '09:00' }] } })
    const id = await tell({ to: owner(), siteId: world().siteId }, now)
    await deliverNotice(contextFor(product, 'tick', now, 'test'), id)
    expect(await notice(id)).toMatchObject({ mailState: 'waiting', nextAt: '2026-11-29T05:00:00.000Z' })
    expect(mailsTo('officer')).toHaveLength(0)
    await deliverNotice(contextFor(product, 'tick', '2026-11-29T05:00:00.000Z', 'test'), id)
    expect(await notice(id)).toMatchObject({ mailState: 'sent' })
    await tell({ to: owner(), urgency: 'urgent' })
    await sweep()
    expect(mailsTo('officer')).toHaveLength(2)
  })

  test('does not come to one who wants none, or has read the notice before', async () => {
    await change(world().userIds.officer, { noticeMail: 'none' })
    const id = await tell({ to: owner(), urgency: 'urgent' })
    await sweep()
    expect(await notice(id)).toMatchObject({ mailState: 'none' })
    await change(world().userIds.officer, { noticeMail: 'all' })
    post.refuse(503)
    const read = await tell({ to: owner() })
    await sweep()
    expect((await as('officer')(`POST /api/notices/${read}/actions/mark-read`, {})).status).toBe(200)
    post.refuse(undefined)
    await runTick(60)
    expect(await notice(read)).toMatchObject({ mailState: 'none', readAt: expect.any(String) })
    expect(mailsTo('officer')).toHaveLength(0)
  })

  test('that cannot be sent is tried with growing pauses, at most twelve times', async () => {
    post.refuse(503)
    const id = await tell({ to: owner() })
    await sweep()
    expect(await notice(id)).toMatchObject({
      mailState: 'waiting',
      attempts: 1,
      failure: 'ses answered 503 MessageRejected',
    })
    for (let attempt = 2; attempt <= 12; attempt++) await runTick(attempt * 300)
    expect(await notice(id)).toMatchObject({ mailState: 'failed', attempts: 12 })
    post.refuse(undefined)
    await runTick(20_000)
    expect(mailsTo('officer')).toHaveLength(0)
  })

  test('that is refused for good fails at once, and the notice stays in the inbox', async () => {
    post.refuse(400)
    const id = await tell({ to: owner() })
    await sweep()
    expect(await notice(id)).toMatchObject({ ...owner(), mailState: 'failed', attempts: 1 })
  })

  test('goes out when the mail service answers again', async () => {
    const id = await tell({ to: owner() })
    const endpoint = process.env.SES_ENDPOINT
    process.env.SES_ENDPOINT = 'http://127.0.0.1:1'
    await sweep()
    process.env.SES_ENDPOINT = endpoint
    expect(await notice(id)).toMatchObject({ mailState: 'waiting', attempts: 1 })
    expect(await runTick(4)).toEqual({ sent: 0, failed: 0 })
    expect(await runTick(6)).toEqual({ sent: 1, failed: 0 })
  })

  test('is taken up again after ten minutes when its worker died on the way', async () => {
    const onItsWay = { ...owner(), mailState: 'sending', attempts: 1, nextAt: minutesFromNow(10) }
    const id = await tell({ to: owner() }, undefined, { facts: onItsWay })
    await sweep()
    await runTick(9)
    expect(mailsTo('officer')).toHaveLength(0)
    await Promise.all([runTick(11), deliverNotice(contextFor(product, 'event', minutesFromNow(11), 'test'), id)])
    expect(mailsTo('officer')).toHaveLength(1)
    expect(await notice(id)).toMatchObject({ mailState: 'sent', attempts: 2 })
  })
})

describe('an inbox', () => {
  test('shows each person their own notices, and only that person marks them as read', async () => {
    const id = await tell({ to: owner() })
    await sweep()
    const mine = await as('officer')('GET /api/notices', undefined, { query: { filter: { readAt_empty: true } } })
    expect(mine.body.map((each: { id: string }) => each.id)).toContain(id)
    const theirs = await as('second-officer')('GET /api/notices')
    expect(theirs.body.map((each: { id: string }) => each.id)).not.toContain(id)
    expect((await as('second-officer')(`POST /api/notices/${id}/actions/mark-read`, {})).status).toBe(404)
    expect((await as('admin')(`POST /api/notices/${id}/actions/mark-read`, {})).body.rule).toBe('NOT_ADDRESSEE')
    expect((await as('officer')(`POST /api/notices/${id}/actions/mark-read`, {})).body.readAt).toBeTruthy()
  })

  test('keeps the first reading when a notice is read again', async () => {
    const id = await tell({ to: owner() })
    await sweep()
    const read = () => as('officer')(`POST /api/notices/${id}/actions/mark-read`, {})
    const first = (await read()).body
    expect((await read()).body).toEqual(first)
  })
})
