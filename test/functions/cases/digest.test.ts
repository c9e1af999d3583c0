import { beforeAll, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { call, caseNow, noticesAbout, receivedCase, tick } from './scene.ts'

const world = useTable()
useFiles()
const sunday = '2026-03-01T06:00:00.000Z'
const at = (days: number, hours = 0) =>
  new Date(Date.parse(sunday) + days * 86_400_000 + hours * 3_600_000).toISOString()
// Sunday to Thursday from 8 to 17 in Riyadh, which is 5 to 14 in UTC.
const opening = (days: number) => at(days, -1)
const major = { severity: 'major', majorReasons: ['hospital-incident'] }
let site: AnyRecord
beforeAll(async () => {
  call(world().userIds.officer, 'officer')
  call(world().userIds['second-officer'], 'second')
  site = await seed(Site, { ...Site.example, code: 'OLD' }, {}, sunday)
  const old = (values = {}) => receivedCase(site.id, at(0), { receivedAt: '2026-01-10T08:00:00.000Z', ...values })
  const owners = [...Array(3).fill(world().userIds.officer), world().userIds['second-officer'], undefined, undefined]
  await Promise.all(owners.map((ownerId) => old({ ...(ownerId && { ownerId }), ...major })))
  await receivedCase(site.id, at(0), { ownerId: world().userIds.officer })
})

test('old cases raise no alarm, and each morning each owner is told how many they have', async () => {
  await tick(at(0, 3))
  expect(await noticesAbout(site.id)).toEqual([])
  await tick(opening(1))
  const first = ['overdue-digest 1 second', 'overdue-digest 2 unit-manager', 'overdue-digest 3 officer']
  expect(await noticesAbout(site.id)).toEqual(first)
  await tick(opening(1))
  await tick(at(1, 2))
  expect(await noticesAbout(site.id)).toEqual(first)
})

test('mornings without a tick are caught up by one digest, and none comes on a closed day', async () => {
  const before = (await noticesAbout(site.id)).length
  await tick(at(4, 12))
  expect((await noticesAbout(site.id)).length).toBe(before + 3)
  await tick(at(5))
  await tick(at(6))
  expect((await noticesAbout(site.id)).length).toBe(before + 3)
  await tick(opening(7))
  expect((await noticesAbout(site.id)).length).toBe(before + 6)
})

test('a case that is acknowledged and answered leaves the digest', async () => {
  const filter = { isOverdueOnArrival: true, ownerId: world().userIds['second-officer'] }
  const listed = () => as('director')('GET /api/cases', undefined, { query: { filter } })
  const [{ id }] = (await listed()).body
  await as('director')(`POST /api/cases/${id}/actions/withdraw`, { reason: 'Settled long ago' })
  expect((await caseNow(id)).isOverdueOnArrival).toBeUndefined()
  expect((await listed()).body).toEqual([])
  await tick(opening(8))
  expect((await noticesAbout(site.id)).filter((each) => each.endsWith('second'))).toHaveLength(3)
})

test('a site with more owners than one transaction tells has every one of them told once', async () => {
  const many = await seed(Site, { ...Site.example, code: 'MANY' }, {}, sunday)
  const owners = await Promise.all(
    Array.from({ length: 45 }, async (_, index) => {
      const email = `owner${index}@redress.test`
      return seed(User, { ...User.example, name: `Owner ${index}`, email, siteIds: [many.id] })
    }),
  )
  await Promise.all(
    owners.map(({ id }) => receivedCase(many.id, at(0), { receivedAt: '2026-01-10T08:00:00.000Z', ownerId: id })),
  )
  await tick(opening(1))
  expect(await noticesAbout(many.id)).toHaveLength(45)
  await tick(opening(1))
  expect(await noticesAbout(many.id)).toHaveLength(45)
})

test('an import of many old cases tells nobody of a single one, and the digest counts them all', async () => {
  const { body: patient } = await as('officer')('POST /api/patients', { ...Patient.example, siteId: world().siteId })
  const row = `${Site.example.code},${patient.memberNumber},complaint,letter,2026-01-10T08:00:00.000Z,An old letter,major,hospital-incident`
  const file = ['siteId,patientId,type,channel,receivedAt,summary,severity,majorReasons', ...Array(200).fill(row)].join(
    '\n',
  )
  const { body: started } = await as('officer')('POST /api/cases/import', { file, mode: 'insert' })
  await runJob(started.job, Date.now() + 60_000)
  expect((await as('officer')(`GET /api/jobs/${started.job}`)).body).toMatchObject({ result: { inserted: 200 } })
  const now = new Date().toISOString()
  await tick(now)
  const imported = (await as('officer')('GET /api/cases', undefined, { query: { range: [0, 199] } })).body
  for (const { id } of imported) expect((await caseNow(id)).dueAt).toBeUndefined()
  expect(await noticesAbout(world().siteId)).toEqual([])
  const next = new Date(Date.parse(now) + 4 * 86_400_000).toISOString()
  await tick(next)
  expect(await noticesAbout(world().siteId)).toEqual(['overdue-digest 200 unit-manager'])
  const about = { query: { filter: { rule_eq_any: ['report-near', 'report-overdue'] } } }
  expect((await as('auditor')('GET /api/notices', undefined, about)).body).toEqual([])
  const reports = { query: { filter: { caseNumber_empty: false }, range: [0, 199] } }
  expect((await as('officer')('GET /api/special-reports', undefined, reports)).body).toHaveLength(200)
})
