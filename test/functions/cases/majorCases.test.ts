import { describe, expect, test } from 'vitest'
import { getRecord } from '#functions/platform/store/read.ts'
import { SpecialReport } from '#shared/entities/specialReport.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { noticesAbout, receivedCase, tick } from './scene.ts'
import { openedCase, takeStep, under } from './way.ts'

const world = useTable()
const major = { severity: 'major', majorReasons: ['hospital-incident'] }
const patch = (id: string, version: number, changes: object) =>
  as('officer')(`PATCH /api/cases/${id}`, { ...changes, version })
async function reportOf(caseId: string): Promise<SpecialReport | undefined> {
  const [found] = await under(caseId, 'special-reports')
  return (await getRecord(SpecialReport, found?.id ?? '', { consistent: true }))?.record
}

describe('a case that becomes a major one has its special report', () => {
  test('when it is opened as one, with the number of the case', async () => {
    const { id, number } = await openedCase(world().siteId, major)
    expect(await reportOf(id)).toMatchObject({
      status: 'draft',
      caseId: id,
      caseNumber: number,
      siteId: world().siteId,
    })
    expect((await reportOf(id))?.dueAt).toBeDefined()
  })

  test('when its form is changed, and it never becomes a routine one again', async () => {
    const { id, version } = await openedCase(world().siteId)
    expect((await patch(id, version, { severity: 'major' })).body).toMatchObject({ rule: 'MAJOR_REASONS_NEEDED' })
    expect(await reportOf(id)).toBeUndefined()
    expect((await patch(id, version, major)).status).toBe(200)
    expect(await reportOf(id)).toMatchObject({ status: 'draft' })
    expect((await patch(id, version + 1, { severity: 'routine' })).body).toMatchObject({ rule: 'MAJOR_STAYS' })
    expect((await patch(id, version + 1, { severity: null })).body).toMatchObject({ rule: 'MAJOR_STAYS' })
  })

  test('when somebody marks it, also twice at the same moment', async () => {
    const { id } = await openedCase(world().siteId)
    const mark = () => takeStep('front-desk', `cases/${id}`, 'mark-major', { reasons: ['hospital-incident'] })
    const statuses = (await Promise.all([mark(), mark()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    expect(await under(id, 'special-reports')).toHaveLength(1)
  })

  test('when rows of a sheet are changed', async () => {
    const cases = [await openedCase(world().siteId), await openedCase(world().siteId)]
    const rows = cases.map(({ id, version }) => ({ id, version, changes: major }))
    expect((await as('officer')('POST /api/cases/rows', rows)).status).toBe(200)
    for (const { id } of cases) expect(await under(id, 'special-reports')).toHaveLength(1)
  })
})

test('the unit manager is told of a report that is not written, and the director when it is overdue', async () => {
  const id = await receivedCase(world().siteId, '2026-03-02T07:00:00.000Z', major)
  const report = await reportOf(id)
  expect(report?.alarmAt).toBeDefined()
  await tick(String(report?.alarmAt))
  expect(await noticesAbout(String(report?.id))).toEqual(['report-near 50 unit-manager'])
  await tick('2026-03-09T14:00:00.000Z')
  await tick('2026-03-09T14:00:00.000Z')
  expect(await noticesAbout(String(report?.id))).toEqual([
    'report-near 50 unit-manager',
    'report-overdue 100 director',
    'report-overdue 100 unit-manager',
  ])
})

test('a patient who waits at the desk is told of to the unit manager, until somebody takes the case', async () => {
  const received = '2026-03-03T07:00:00.000Z'
  const [left, taken] = await Promise.all([
    receivedCase(world().siteId, received),
    receivedCase(world().siteId, received),
  ])
  await takeStep('front-desk', `cases/${taken}`, 'hand-over', { ownerId: world().userIds.officer })
  await tick('2026-03-03T07:16:00.000Z')
  expect(await noticesAbout(left)).toEqual(['hand-over-overdue 100 unit-manager'])
  expect(await noticesAbout(taken)).toEqual([])
})

test('help is called and comes, and both are told at once', async () => {
  const { id } = await openedCase(world().siteId)
  expect((await takeStep('unit-manager', `cases/${id}`, 'answer-help')).body).toMatchObject({ rule: 'NO_HELP_CALLED' })
  expect((await takeStep('front-desk', `cases/${id}`, 'call-for-help', { note: 'He shouts.' })).status).toBe(200)
  expect((await takeStep('front-desk', `cases/${id}`, 'answer-help')).status).toBe(403)
  const answered = await takeStep('unit-manager', `cases/${id}`, 'answer-help')
  expect(answered.body.help).toMatchObject([{ note: 'He shouts.', answeredBy: world().userIds['unit-manager'] }])
  const told = (await noticesAbout(id)).map((each) => each.split(' ')[0])
  expect(told).toEqual(['help-called', 'help-coming'])
})
