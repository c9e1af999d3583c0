import { describe, expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { runJob, runJobs } from '#functions/lambdas/jobs.ts'
import { handler } from '#functions/lambdas/schedules.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { deliveryKey, outboxPartition } from '#functions/platform/store/keys.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Patient } from '#shared/entities/patient.ts'
import { User } from '#shared/entities/user.ts'
import { receivedCase } from '#test/functions/cases/scene.ts'
import { invite, linked, open, postOffice, published, send, visit } from '#test/functions/surveys/scene.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { damage, lettersAbout, putItem, spoil } from './scene.ts'

const world = useTable()
const post = postOffice()
useFiles()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const run = (tick: string, at = inDays(0)) => handler({ tick, at }) as Promise<Record<string, number>>
const patientNow = async (id: string) => (await getRecord(Patient, id, { consistent: true }))?.record
const jobNow = async (id: string) => (await as('everyone')(`GET /api/jobs/${id}`)).body
let count = 0
const patientOf = async (values: object = {}, now?: string) =>
  (
    await seed(
      Patient,
      { ...Patient.example, siteId: world().siteId, memberNumber: `O-${++count}`, ...values },
      {},
      now,
    )
  ).id

/** Runs a tick as often as something is tried. */
async function runOften(tick: string, days = 0): Promise<void> {
  for (let time = 0; time < 14; time++) await run(tick, inDays(days + (time * 76) / 1440))
}

describe('one bad record stops nothing else', () => {
  test('of the notices that are due', async () => {
    const [bad, good] = [
      await receivedCase(world().siteId, '2026-03-02T07:00:00.000Z'),
      await receivedCase(world().siteId, '2026-03-02T07:00:00.000Z'),
    ]
    await run('deadlines', '2026-03-03T06:00:00.000Z')
    const about = (id: string) =>
      askIds(Notice, { conditions: [conditionOf(Notice, 'aboutId', id)] }, { actor: product })
    const [badNotice = ''] = await about(bad)
    const [goodNotice = ''] = await about(good)
    const mend = await damage(badNotice)
    await runOften('notices', 1)
    expect((await getRecord(Notice, goodNotice, { consistent: true }))?.record.userId).toBeDefined()
    expect(await lettersAbout(badNotice)).toEqual(['open DamagedValue'])
    await mend()
    await run('notices', inDays(3))
    expect(await lettersAbout(badNotice)).toEqual(['solved DamagedValue'])
  })

  test('of the persons who are told', async () => {
    const broken = (
      await seed(User, {
        ...User.example,
        email: 'broken@redress.test',
        roles: ['director'],
        siteIds: [world().siteId],
      })
    ).id
    await damage(broken)
    const id = await receivedCase(world().siteId, inDays(0))
    await as('officer')(`POST /api/cases/${id}/actions/mark-major`, { reasons: ['hospital-incident'] })
    await sweep()
    const ids = await askIds(
      Notice,
      { conditions: [conditionOf(Notice, 'aboutId', id), conditionOf(Notice, 'userId', world().userIds.director)] },
      { actor: product },
    )
    expect(ids).toHaveLength(1)
  })

  test('of the invitations that are due', async () => {
    const surveyId = await published()
    const visits = [await visit(world().siteId), await visit(world().siteId)]
    const made = await invite(surveyId, {
      encounterIds: visits.map(({ encounterId }) => encounterId),
      channel: 'email',
    })
    await sweep()
    const [bad = '', good = ''] = made.map(({ id }) => id)
    await damage(bad)
    expect(await run('survey-invitations', inDays(4))).toMatchObject({ reminded: 1, failed: 1 })
    await runOften('survey-invitations', 5)
    expect(await lettersAbout(bad)).toEqual(['open DamagedValue'])
    expect(post.mails.length).toBeGreaterThan(0)
    expect(await lettersAbout(good)).toEqual([])
  })

  test('of the days of surveys, which are counted again when it is mended', async () => {
    const [broken, sound] = [await published({ name: 'Broken' }), await published({ name: 'Sound' })]
    const made = [await linked(world().siteId, broken), await linked(world().siteId, sound)]
    for (const { token } of made) {
      await open(token)
      await send(token, { 'q.overall': '9' })
    }
    await sweep()
    await run('survey-stats', inDays(1))
    for (const surveyId of [broken, sound]) await linked(world().siteId, surveyId)
    await sweep()
    const mend = await damage(broken)
    expect(await run('survey-stats', inDays(1))).toMatchObject({ buckets: 1, failed: 1 })
    await mend()
    expect(await run('survey-stats', inDays(2))).toMatchObject({ buckets: 1, failed: 0 })
  })

  test('of the patients whose time of keeping is over', async () => {
    const old = '2019-03-01T08:00:00.000Z'
    const [bad, good] = [await patientOf({}, old), await patientOf({}, old)]
    await spoil(bad, { createdAt: 'once upon a time' })
    await run('retention')
    expect(await patientNow(good)).toHaveProperty('erasingAt')
    await runOften('retention')
    expect(await lettersAbout(bad)).toEqual([expect.stringMatching(/^open /)])
  })

  test('of a list, of a bulk change, of an export, and it is told', async () => {
    const patientId = await patientOf()
    const ids: string[] = []
    for (let each = 0; each < 8; each++)
      ids.push((await seed(Case, { ...Case.example, siteId: world().siteId, patientId })).id)
    const bad = ids[3] ?? ''
    await damage(bad)
    const query = { filter: { patientId } }
    const { body: listed } = await as('officer')('GET /api/cases', undefined, { query })
    expect(listed).toHaveLength(7)
    const { body: some } = await as('officer')('GET /api/cases', undefined, { query: { filter: { id: ids } } })
    expect(some).toHaveLength(7)
    const bulk = await as('everyone')('POST /api/cases/bulk', { ids, changes: { level: 2 } })
    await runJob(bulk.body.job, Date.now() + 30_000)
    const changed = (await as('everyone')(`GET /api/jobs/${bulk.body.job}`)).body
    expect(changed).toMatchObject({ status: 'done', total: 8, failed: 1 })
    expect(changed.errors).toMatchObject([{ id: bad, refusal: { rule: 'FAILED' } }])
    const exported = await as('officer')('POST /api/cases/export', { ids })
    await runJob(exported.body.job, Date.now() + 30_000)
    const written = (await as('officer')(`GET /api/jobs/${exported.body.job}`)).body
    expect(written).toMatchObject({ status: 'done', failed: 1, errors: [{ id: bad }], result: { rows: 7 } })
    await run('projection')
    await runOften('projection')
    expect(await lettersAbout(bad)).toEqual(['open DamagedValue'])
  })

  test('of the jobs that wait', async () => {
    const patientId = await patientOf()
    const id = (await seed(Case, { ...Case.example, siteId: world().siteId, patientId })).id
    const start = async () =>
      (await as('everyone')('POST /api/cases/bulk', { ids: [id], changes: { level: 2 } })).body.job as string
    const [bad, good] = [await start(), await start()]
    const mend = await damage(bad)
    await runJobs(Date.now() + 10_000)
    expect((await jobNow(good)).status).toBe('done')
    await mend()
    await runJobs(Date.now() + 10_000)
    expect((await jobNow(bad)).status).toBe('done')
  })

  test('of the outbox and of what failed before', async () => {
    const at = inDays(-1)
    await putItem({ pk: outboxPartition(0), sk: `${at}#case_0#1`, at, events: '[{' })
    await putItem({
      ...deliveryKey('count-response', 'x'),
      consumer: 'count-response',
      attempts: 1,
      events: '[{',
      dp: 'events#0',
      ds: at,
    })
    const surveyId = await published({ name: 'After the outbox' })
    const { id, token } = await linked(world().siteId, surveyId)
    await open(token)
    await send(token, { 'q.overall': '1' })
    await sweep()
    const cases = await askIds(Case, { conditions: [conditionOf(Case, 'siteId', world().siteId)] }, { actor: product })
    expect([id, cases.length > 0]).toEqual([id, true])
  })

  test('of the surveys after a visit', async () => {
    const broken = await published({ name: 'Broken after a visit', sentAfter: ['out'] })
    const sound = await published({ name: 'Sound after a visit', sentAfter: ['out'], quarantineDays: 0 })
    await damage(broken)
    const { patientId } = await visit(world().siteId)
    const body = {
      number: 'AV-1',
      siteId: world().siteId,
      patientId,
      careType: 'out',
      serviceOn: inDays(0).slice(0, 10),
      department: 'Dermatology',
    }
    await as('officer')('POST /api/encounters', body)
    await sweep()
    const { body: found } = await as('officer')('GET /api/invitations', undefined, { query: { filter: { patientId } } })
    expect(found.map(({ surveyId }: { surveyId: string }) => surveyId)).toContain(sound)
  })
})
