import { describe, expect, test } from 'vitest'
import { dispatchEvent, sweep } from '#functions/lambdas/events.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { Notice } from '#shared/entities/notice.ts'
import { as } from '#test/support/call.ts'
import { change, created, notice, noticesOf, setActive, tell, useNotices } from './scene.ts'

const { world, mailsTo, runTick, owner, leads } = useNotices()

describe('a notice', () => {
  test('finds its person and is mailed to that person with the address of the record', async () => {
    const id = await tell({ to: owner() })
    await sweep()
    expect(await notice(id)).toMatchObject({ ...owner(), mailState: 'sent', attempts: 1 })
    expect(await notice(id)).not.toHaveProperty('nextAt')
    expect(mailsTo('officer')).toEqual([
      expect.objectContaining({ subject: 'Case C-2026-000123: the answer to the patient is overdue' }),
    ])
    expect(mailsTo('officer')[0]?.text).toContain('http://localhost:4000/#/cases/case_01ARZ3NDEKTSV4RRFFQ69G5FAV/show')
  })

  test('is said in the language of its reader', async () => {
    await change(world().userIds.officer, { language: 'ar' })
    await tell({ to: owner(), urgency: 'urgent' })
    await sweep()
    expect(mailsTo('officer')[0]?.subject).toMatch(/^عاجل: الحالة C-2026-000123/)
  })

  test('is mailed once, however often and by however many workers its event is handled', async () => {
    const id = await tell({ to: owner() })
    await Promise.all([1, 2, 3, 4].map(() => dispatchEvent(created(id))))
    await sweep()
    await dispatchEvent(created(id))
    await runTick(1)
    expect(mailsTo('officer')).toHaveLength(1)
  })

  test('of a role reaches each of its holders once, each with a record of their own', async () => {
    const { everyone, 'unit-manager': lead } = world().userIds
    const before = (await noticesOf(everyone)).length + (await noticesOf(lead)).length
    const id = await tell({ to: leads() })
    await Promise.all([dispatchEvent(created(id)), dispatchEvent(created(id))])
    await sweep()
    await runTick(1)
    expect((await noticesOf(everyone)).length + (await noticesOf(lead)).length).toBe(before + 2)
    expect(mailsTo('everyone')).toHaveLength(1)
    expect(mailsTo('unit-manager')).toHaveLength(1)
  })

  test('goes to the deputy of one who is away, and to the unit manager for one who left', async () => {
    const { officer, 'second-officer': deputyId } = world().userIds
    await change(officer, { awayFrom: '2020-01-01', deputyId })
    const first = await tell({ to: owner(), siteId: world().siteId })
    await sweep()
    expect(await notice(first)).toMatchObject({ userId: deputyId })
    await change(officer, { isActive: false })
    const second = await tell({ to: owner(), siteId: world().siteId })
    await sweep()
    const { userId = '' } = await notice(second)
    expect([world().userIds['unit-manager'], world().userIds.everyone]).toContain(userId)
  })

  test('whose event is lost is found by the tick', async () => {
    const id = await tell({ to: owner() })
    await runTick(1)
    expect(await notice(id)).toMatchObject({ ...owner(), mailState: 'sent' })
    expect(await runTick(30)).toEqual({ sent: 0, failed: 0 })
  })

  test('whose persons were found in part, when the worker died, reaches each of them once', async () => {
    const now = new Date().toISOString()
    const id = await tell({ to: leads() }, now)
    const { everyone, 'unit-manager': lead } = world().userIds
    const [, second = ''] = [everyone, lead].sort()
    await tell({ to: leads() }, now, { id: derivedId(Notice, id, second), facts: { userId: second } })
    await sweep()
    await sweep()
    expect(mailsTo('everyone')).toHaveLength(1)
    expect(mailsTo('unit-manager')).toHaveLength(1)
  })

  test('tells a person once who stands for several addressees of one decision', async () => {
    const now = new Date().toISOString()
    await change(world().userIds.officer, { isActive: false })
    const { siteId } = world()
    const all = [owner(), leads(), { role: 'director', siteId }, { role: 'admin', siteId }] as const
    const ids = await Promise.all(all.map((to) => tell({ to, siteId }, now)))
    await Promise.all(ids.map((id) => dispatchEvent(created(id))))
    await sweep()
    await sweep()
    for (const person of ['everyone', 'unit-manager', 'director', 'admin'])
      expect([person, mailsTo(person).length]).toEqual([person, 1])
    const told = (await Promise.all(ids.map(notice))).filter(({ userId }) => userId !== undefined)
    expect(told.every(({ nextAt }) => nextAt === undefined)).toBe(true)
  })

  test('that was not read is handed on when its person leaves, and one that was read stays', async () => {
    const { siteId, userIds } = world()
    const [unread, read] = [await tell({ to: owner(), siteId }), await tell({ to: owner(), siteId })]
    await sweep()
    await as('officer')(`POST /api/notices/${read}/actions/mark-read`, {})
    await change(userIds.officer, { isActive: false })
    await sweep()
    await sweep()
    const { userId = '', mailState } = await notice(unread)
    expect([[userIds.everyone, userIds['unit-manager']].includes(userId), mailState]).toEqual([true, 'none'])
    expect(mailsTo('everyone').length + mailsTo('unit-manager').length).toBe(0)
    expect(await notice(read)).toMatchObject(owner())
  })

  test('for which nobody is found waits and is looked at again', async () => {
    const admins = [world().userIds.admin, world().userIds.everyone]
    for (const id of admins) await setActive(id, false)
    const id = await tell({ to: { role: 'admin' } })
    await sweep()
    const { nextAt, userId } = await notice(id)
    expect([userId, Date.parse(nextAt ?? '') > Date.now() + 50 * 60_000]).toEqual([undefined, true])
    for (const id of admins) await setActive(id, true)
    await runTick(61)
    await sweep()
    expect(await notice(id)).toMatchObject({ userId: admins.sort()[0] })
  })
})
