import { expect, test } from 'vitest'
import { FollowUp } from '#shared/entities/followUp.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { listOf, noticesAt, officerAt, patientAt, plannedAt, siteWith, tick } from './scene.ts'

const world = useTable()
const due = ['2026-03-02T06:00:00.000Z', '2026-03-05T17:00:00.000Z'] as const

/** A follow-up that was done at an instant, by somebody. */
async function done(siteId: string, endedAt: string, endedBy: string, values: Record<string, unknown> = {}) {
  const [dueFrom, dueTo] = due
  const body = { kind: 'routine-call', patientId: await patientAt(siteId), dueFrom, dueTo, assigneeId: endedBy }
  const facts = { status: 'done', outcome: 'satisfied', endedAt, endedBy, isInWindow: true, ...values }
  return seed(FollowUp, body, facts, dueFrom)
}

test('a week is counted by person, and is the same as a table', async () => {
  const { siteId, userIds } = world()
  const { officer } = userIds
  const second = userIds['second-officer']
  await done(siteId, '2026-03-02T08:00:00.000Z', officer)
  await done(siteId, '2026-03-03T08:00:00.000Z', officer, {
    outcome: 'unsatisfied',
    isInWindow: false,
    concerns: 'Pain',
  })
  await done(siteId, '2026-03-04T08:00:00.000Z', second)
  // Late on a Sunday in Riyadh it is the week after, though in UTC it is not.
  await done(siteId, '2026-03-08T21:30:00.000Z', officer)
  const query = { siteId, week: '2026-W10' }
  const { body } = await as('unit-manager')('GET /api/follow-ups/summary', undefined, { query })
  expect(body).toMatchObject({ week: '2026-W10', from: '2026-03-02', to: '2026-03-08' })
  expect(
    body.rows.map(({ name, planned, done, inWindow, concerns }: Record<string, unknown>) => [
      name,
      planned,
      done,
      inWindow,
      concerns,
    ]),
  ).toEqual([
    ['Test officer', 3, 2, 1, 1],
    ['Test second-officer', 1, 1, 1, 0],
  ])
  expect(body.total.outcomes).toMatchObject({ satisfied: 2, unsatisfied: 1 })
  const { text, headers } = await as('officer')('GET /api/follow-ups/summary', undefined, {
    query: { ...query, format: 'csv' },
  })
  expect(headers['content-type']).toContain('text/csv')
  expect(text.split('\r\n')[0]).toBe(
    '\ufeffweek,officer,planned,done,inWindow,concerns,satisfied,neutral,unsatisfied,complaint-raised,clinical-concern,request-handled,request-declined',
  )
  expect(text.split('\r\n')[1]).toBe('2026-W10,Test officer,3,2,1,1,1,0,1,0,0,0,0')
})

test('nobody sees the week of another site, or one that there is not', async () => {
  const { siteId } = world()
  expect((await as('foreign-officer')('GET /api/follow-ups/summary', undefined, { query: { siteId } })).status).toBe(
    404,
  )
  expect((await as('clinician')('GET /api/follow-ups/summary', undefined, { query: { siteId } })).status).toBe(403)
  const wrong = await as('officer')('GET /api/follow-ups/summary', undefined, { query: { siteId, week: '2027-W53' } })
  expect(wrong.body.rule).toBe('WEEK_WRONG')
})

test('the unit manager is told of a week on the Monday after it, once, and then of the next', async () => {
  const { siteId } = await siteWith(1)
  const caller = await officerAt(siteId)
  await plannedAt(siteId, ...due)
  await tick('2026-03-02T06:00:00.000Z')
  await done(siteId, '2026-03-03T08:00:00.000Z', caller)
  expect(await listOf(siteId, '2026-03-09')).toMatchObject({ summaryAt: '2026-03-09T06:00:00.000Z' })
  await tick('2026-03-09T06:00:00.000Z')
  await tick('2026-03-09T06:05:00.000Z')
  const weekly = (await noticesAt(siteId)).filter((each) => each.startsWith('weekly-summary'))
  expect(weekly).toEqual(['weekly-summary 2026-W10 unit-manager'])
  expect((await listOf(siteId, '2026-03-09'))?.summaryAt).toBeUndefined()
  expect(await listOf(siteId, '2026-03-16')).toMatchObject({ summaryAt: '2026-03-16T06:00:00.000Z' })
})
