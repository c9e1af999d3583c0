import { beforeAll, expect, test } from 'vitest'
import { CasePromise } from '#shared/entities/promise.ts'
import { call, noticesAbout, receivedCase, tick } from '#test/functions/cases/scene.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { promiseNow, step } from './scene.ts'

const world = useTable()
beforeAll(() => call(world().userIds.officer, 'owner'))

// Monday at nine in Riyadh, where people work from Sunday to Thursday, 8 to 17; eleven working hours until it is due.
const made = '2026-03-02T06:00:00.000Z'
const dueAt = '2026-03-03T08:00:00.000Z'
const near = '2026-03-03T05:48:00.000Z'
const dayAfter = '2026-03-04T14:00:00.000Z'
const justBefore = (at: string) => new Date(Date.parse(at) - 60_000).toISOString()

async function promised(values = {}): Promise<string> {
  const caseId = await receivedCase(world().siteId, made)
  const body = { ...CasePromise.example, caseId, dueAt, ownerId: world().userIds.officer, ...values }
  return (await seed(CasePromise, body, {}, made)).id
}

test('its owner is told near the end and when it is due, and the unit manager a working day after', async () => {
  const id = await promised()
  const told: string[] = []
  for (const [at, next] of [
    [near, 'promise-near owner'],
    [dueAt, 'promise-due owner'],
    [dayAfter, 'promise-overdue unit-manager'],
  ] as const) {
    await tick(justBefore(at))
    expect([at, await noticesAbout(id)]).toEqual([at, told.toSorted()])
    await tick(at)
    await tick(at)
    told.push(next)
    expect([at, await noticesAbout(id)]).toEqual([at, told.toSorted()])
  }
  expect(await promiseNow(id)).not.toHaveProperty('alarmAt')
})

test('after a week without a tick each person hears the last alarm only', async () => {
  const id = await promised()
  await tick('2026-03-12T09:00:00.000Z')
  expect(await noticesAbout(id)).toEqual(['promise-due owner', 'promise-overdue unit-manager'])
})

test('without an owner the unit manager is told', async () => {
  const id = await promised({ ownerId: undefined })
  await tick('2026-03-12T09:00:00.000Z')
  expect(await noticesAbout(id)).toEqual(['promise-overdue unit-manager'])
})

test('what has ended gives no alarm', async () => {
  const id = await promised()
  await step(id, 'keep', { evidence: 'Called.' })
  await tick(dayAfter)
  expect(await noticesAbout(id)).toEqual([])
})

test('of a promise that is due in the night the working hours before are what counts', async () => {
  const id = await promised({ dueAt: '2026-03-02T19:00:00.000Z' })
  // Eight of its hours are working time, of which 6:24 have passed then.
  expect((await promiseNow(id)).alarmAt).toBe('2026-03-02T12:24:00.000Z')
})
