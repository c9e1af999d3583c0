import { describe, expect, test } from 'vitest'
import { runDueFollowUps } from '#functions/follow-ups/dueFollowUps.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { save } from '#functions/platform/records/save.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { releaseLease, takeLease } from '#functions/platform/store/lease.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { contactDay } from '#shared/rules/follow-ups/contactDays.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { followUpNow, listOf, noticesAt, officerAt, plannedAt, siteWith, tick } from './scene.ts'

useTable()

/** Riyadh calls from 9 to 20, which is 6 to 17 in UTC; this is a Sunday, a working day there. */
const sunday = '2026-03-01'
const at = (on: string, time: string) => `${on}T${time}:00.000Z`
const week = [at(sunday, '06:00'), at('2026-03-05', '17:00')] as const

async function planned(siteId: string, calls: number, values: Record<string, unknown> = {}): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < calls; index++) ids.push(await plannedAt(siteId, ...week, values))
  return ids
}

/** How many of some calls each person has, the most first. */
async function loads(ids: readonly string[]): Promise<number[]> {
  const counts = new Map<string, number>()
  for (const id of ids) {
    const { assigneeId = 'nobody' } = await followUpNow(id)
    counts.set(assigneeId, (counts.get(assigneeId) ?? 0) + 1)
  }
  return [...counts.values()].sort((a, b) => b - a)
}

test('a new morning shares again what nobody has begun, and leaves the rest with whoever has', async () => {
  const { siteId, officerIds } = await siteWith(1)
  const [first = ''] = officerIds
  const ids = await planned(siteId, 6)
  await tick(at(sunday, '06:00'))
  const [begun = '', ...others] = ids
  const { version } = await followUpNow(begun)
  const attempt = { result: 'reached' }
  await as('everyone')(`POST /api/follow-ups/${begun}/actions/attempt`, attempt, {
    headers: { 'If-Match': `"${version}"` },
  })
  await officerAt(siteId)
  await tick(at('2026-03-02', '06:00'))
  expect(await loads(ids)).toEqual([3, 3])
  expect((await followUpNow(begun)).assigneeId).toBe(first)
  expect(await loads(others)).toEqual([3, 2])
})

describe('a morning', () => {
  test('shares the calls that are due among the officers who are there, evenly, and a second tick changes nothing', async () => {
    const { siteId, officerIds } = await siteWith(3)
    await officerAt(siteId, { awayFrom: '2026-02-20', awayTo: '2026-03-10' })
    const ids = await planned(siteId, 25)
    expect(await tick(at(sunday, '05:55'))).toMatchObject({ assigned: 0 })
    expect(await tick(at(sunday, '06:00'))).toMatchObject({ assigned: 25, failed: 0 })
    expect(await loads(ids)).toEqual([9, 8, 8])
    expect(await listOf(siteId, sunday)).toMatchObject({ unassigned: 0, late: 0 })
    const [first = ''] = ids
    expect(await followUpNow(first)).toMatchObject({
      status: 'scheduled',
      callOn: sunday,
      nextAt: at('2026-03-02', '06:00'),
    })
    expect(officerIds).toContain((await followUpNow(first)).assigneeId)
    const { version } = await followUpNow(first)
    expect(await tick(at(sunday, '06:05'))).toMatchObject({ assigned: 0, failed: 0 })
    expect((await followUpNow(first)).version).toBe(version)
  })

  // The days on which clocks change are Sundays, on which these sites work.
  test.each([
    ['Asia/Riyadh', sunday],
    ['Asia/Kathmandu', sunday],
    ['Europe/Riga', '2026-03-29'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-10-04'],
  ])('in %s is shared once when two schedulers run at the same moment of %s', async (timeZone, on) => {
    const { siteId } = await siteWith(4, { timeZone })
    const { fromAt, toAt } = contactDay({ timeZone }, on)
    const ids = await Promise.all(Array.from({ length: 23 }, () => plannedAt(siteId, fromAt, toAt)))
    const lease = await takeLease(tickKey('test'), 60_000)
    if (!lease) throw new Error('Nobody else has this lease')
    const run = (name: string) => runDueFollowUps({ context: contextFor(product, 'tick', fromAt, name), lease })
    const both = await Promise.all([run('one'), run('other')])
    await releaseLease(lease)
    expect(both.map(({ failed }) => failed)).toEqual([0, 0])
    expect(await loads(ids)).toEqual([6, 6, 6, 5])
    const shares = (await listOf(siteId, on))?.shares ?? []
    expect(shares.reduce((sum, { calls }) => sum + calls, 0)).toBe(23)
    for (const id of ids) expect(await followUpNow(id)).toMatchObject({ version: 2, callOn: on })
  })

  test('that nobody is there for tells the unit manager once, and gives nothing to anybody', async () => {
    const { siteId } = await siteWith(0)
    const ids = await planned(siteId, 22)
    await tick(at(sunday, '06:00'))
    expect((await listOf(siteId, sunday))?.unassigned).toBe(22)
    expect(await noticesAt(siteId)).toEqual(['calls-unassigned 22 unit-manager'])
    expect((await followUpNow(ids[0] ?? '')).assigneeId).toBeUndefined()
  })

  test('goes to unit managers where no officer is there, and calls that somebody has stay there', async () => {
    const { siteId } = await siteWith(0)
    const manager = await officerAt(siteId, { roles: ['unit-manager'] })
    const desk = await officerAt(siteId, { roles: ['front-desk'] })
    const [own = ''] = await planned(siteId, 1, { assigneeId: desk })
    const ids = await planned(siteId, 2)
    await tick(at(sunday, '06:00'))
    expect((await followUpNow(own)).assigneeId).toBe(desk)
    for (const id of ids) expect((await followUpNow(id)).assigneeId).toBe(manager)
  })

  test('gives the calls of somebody who left or became absent to the others', async () => {
    const { siteId, officerIds } = await siteWith(2)
    const ids = await planned(siteId, 6)
    await tick(at(sunday, '06:00'))
    const [leaves = '', stays = ''] = officerIds
    const away = { awayFrom: '2026-03-02', awayTo: '2026-03-20' }
    expect((await as('admin')(`PATCH /api/users/${leaves}`, away, { headers: { 'If-Match': '"1"' } })).status).toBe(200)
    await tick(at('2026-03-02', '06:00'))
    for (const id of ids) expect(await followUpNow(id)).toMatchObject({ assigneeId: stays, callOn: '2026-03-02' })
  })

  test('that was missed is caught up in contact hours, and in the night waits for the next working morning', async () => {
    const { siteId } = await siteWith(1)
    const [late = ''] = await planned(siteId, 1)
    expect(await tick(at('2026-03-05', '20:00'))).toMatchObject({ assigned: 0, failed: 0 })
    // Friday and Saturday are closed, so that it is Sunday.
    expect((await followUpNow(late)).nextAt).toBe(at('2026-03-08', '06:00'))
    await tick(at('2026-03-08', '09:00'))
    expect(await followUpNow(late)).toMatchObject({ callOn: '2026-03-08', isAlerted: true })
    const told = 'calls-late 1 unit-manager'
    expect(await noticesAt(siteId)).toContain(told)
    await tick(at('2026-03-09', '06:00'))
    expect((await noticesAt(siteId)).filter((each) => each.startsWith('calls-late'))).toHaveLength(1)
  })
})

test('a call that cannot be shared keeps none of the others from their list, and is counted', async () => {
  const { siteId } = await siteWith(1)
  const [broken = '', ...sound] = await planned(siteId, 4)
  const before = await getRecord(FollowUp, broken, { consistent: true })
  if (!before) throw new Error('It was just written')
  const after = { ...before.record, kind: 'home-visit' as const, status: 'scheduled' as const }
  await save(contextFor(product, 'demo', at(sunday, '05:00'), 'test'), [
    { entity: FollowUp, before, after, action: 'test' },
  ])
  expect(await tick(at(sunday, '06:00'))).toMatchObject({ failed: 1 })
  for (const id of sound) expect((await followUpNow(id)).callOn).toBe(sunday)
  expect((await followUpNow(broken)).callOn).toBeUndefined()
})

test('nobody takes the steps of the product by hand', async () => {
  const { siteId } = await siteWith(1)
  const [id] = await planned(siteId, 1)
  const body = { callOn: sunday }
  expect((await as('everyone')(`POST /api/follow-ups/${id}/actions/assign`, body)).status).toBe(404)
  expect((await as('everyone')(`POST /api/follow-ups/${id}/actions/release-owner`, {})).status).toBe(404)
  expect((await as('everyone')('POST /api/call-lists', { siteId, listOn: sunday })).status).toBe(405)
})
