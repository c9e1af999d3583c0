import { beforeAll, describe, expect, test } from 'vitest'
import { runDeadlines } from '#functions/cases/deadlines.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { save } from '#functions/platform/records/save.ts'
import { entryFrom } from '#functions/platform/store/history.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { releaseLease, takeLease } from '#functions/platform/store/lease.ts'
import { getHistory, getRecord } from '#functions/platform/store/read.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { Case } from '#shared/entities/case.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { call, caseNow, noticesAbout, receivedCase, tick } from './scene.ts'

const world = useTable()
beforeAll(() => call(world().userIds.officer, 'owner'))
const monday = '2026-03-02T07:00:00.000Z'
const at = (days: number, minutes = 0) =>
  new Date(Date.parse(monday) + days * 86_400_000 + minutes * 60_000).toISOString()
const opened = (values = {}, now = monday) =>
  receivedCase(world().siteId, now, { ownerId: world().userIds.officer, ...values })
const halfOfTheFirstAnswer = at(0, 23 * 60)

async function due(now: string): Promise<string[]> {
  const ids: string[] = []
  for await (const id of dueIds('deadlines', now)) ids.push(id)
  return ids
}

describe('an alarm', () => {
  test('is in the history of its case with its notices, and a second tick writes nothing', async () => {
    const id = await opened()
    await tick(halfOfTheFirstAnswer)
    expect(await noticesAbout(id)).toEqual(['acknowledgement-near 50 owner'])
    expect((await caseNow(id)).clocks?.[0]).toMatchObject({ name: 'acknowledgement', alarmPercent: 50 })
    expect(entryFrom((await getHistory(id, 1)).items[0] ?? {})).toMatchObject({ action: 'alarm', actorName: 'Redress' })
    const { version } = await caseNow(id)
    expect(await tick(halfOfTheFirstAnswer)).toMatchObject({ notices: 0, failed: 0 })
    expect((await caseNow(id)).version).toBe(version)
    expect(await due(halfOfTheFirstAnswer)).not.toContain(id)
  })

  test('is given once when two schedulers run at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => opened()))
    const lease = await takeLease(tickKey('test'), 60_000)
    if (!lease) throw new Error('Nobody else has this lease')
    const run = (name: string) =>
      runDeadlines({ context: contextFor(product, 'tick', halfOfTheFirstAnswer, name), lease })
    const both = await Promise.all([run('one'), run('other')])
    await releaseLease(lease)
    expect(both[0].notices ?? 0).toBe(12 - Number(both[1].notices))
    for (const id of ids) {
      expect(await noticesAbout(id)).toEqual(['acknowledgement-near 50 owner'])
      expect((await caseNow(id)).version).toBe(2)
    }
  })

  test('that was missed for a week is the highest one of each clock only', async () => {
    const id = await opened()
    await tick(at(9))
    expect((await noticesAbout(id)).filter((each) => each.endsWith('owner'))).toEqual([
      'acknowledgement-overdue 100 owner',
      'extension-notice-overdue 100 owner',
      'response-overdue 100 owner',
    ])
    expect((await caseNow(id)).dueAt).toBeUndefined()
  })

  test('is given although another case cannot be read, which is counted', async () => {
    const [broken, sound] = [await opened(), await opened()]
    const before = await getRecord(Case, broken, { consistent: true })
    if (!before) throw new Error('It was just written')
    const clocks = [{ name: 'acknowledgement', startedAt: 'long ago' }]
    const after = { ...before.record, clocks, receivedAt: 'long ago', dueAt: monday }
    const context = contextFor(product, 'demo', monday, 'test')
    await save(context, [{ entity: Case, before, after, action: 'test' }])
    expect(await tick(halfOfTheFirstAnswer)).toEqual({ notices: 1, failed: 1 })
    expect(await noticesAbout(sound)).toEqual(['acknowledgement-near 50 owner'])
    await as('director')(`DELETE /api/cases/${broken}`, undefined, { headers: { 'If-Match': '"2"' } })
  })
})

test('a case waits for its next alarm only: acknowledged, paused, resumed or over it is due at another time or never', async () => {
  const id = await opened({ receivedAt: new Date().toISOString() }, new Date().toISOString())
  const step = async (name: string, body = {}) => {
    const { status, body: record } = await as('everyone')(`POST /api/cases/${id}/actions/${name}`, body)
    expect([name, status]).toEqual([name, 200])
    return record
  }
  const { acknowledgeDueAt, responseDueAt, dueAt } = await caseNow(id)
  expect(String(dueAt) < String(acknowledgeDueAt)).toBe(true)
  const acknowledged = await step('acknowledge', { how: 'phone', contactPerson: 'Huda Nasser' })
  expect(acknowledged.dueAt > String(dueAt)).toBe(true)
  await step('withdraw', { reason: 'Settled at the desk' })
  expect((await caseNow(id)).dueAt).toBeUndefined()
  expect((await caseNow(id)).responseDueAt).toBe(responseDueAt)
  expect(await due('2099-01-01T00:00:00.000Z')).not.toContain(id)
})

test('nobody takes the step of an alarm by hand', async () => {
  const id = await opened()
  expect((await as('everyone')(`POST /api/cases/${id}/actions/alarm`, {})).status).toBe(404)
  const bulk = { action: 'alarm', ids: [id], expectedCount: 1 }
  expect((await as('everyone')('POST /api/cases/bulk', bulk)).status).toBe(403)
})

test('who marks a case as major tells the director in the same moment, and a lead ends it', async () => {
  const id = await opened()
  const mark = { reasons: ['hospital-incident'] }
  expect((await as('front-desk')(`POST /api/cases/${id}/actions/mark-major`, mark)).status).toBe(200)
  expect(await noticesAbout(id)).toEqual(['major-case director'])
  expect((await as('officer')(`POST /api/cases/${id}/actions/director-informed`, {})).status).toBe(403)
  const told = await as('unit-manager')(`POST /api/cases/${id}/actions/director-informed`, {})
  expect(told.body.clocks.at(-1)).toMatchObject({ name: 'director-told', ending: 'in-time' })
  expect(told.body.directorInformedBy).toBe(world().userIds['unit-manager'])
})
