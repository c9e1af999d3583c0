import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { siteDay } from '#shared/rules/settings/profileVersions.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
let mock: ReturnType<typeof mockClient> | undefined
afterEach(() => mock?.restore())

let sites = 0
async function newSite(): Promise<string> {
  sites += 1
  return (await seed(Site, { ...Site.example, name: `Site ${sites}`, code: `S${sites}` })).id
}
async function draft(siteId: string, name: string, values = {}) {
  const { status, body } = await as('admin')('POST /api/site-profiles', {
    ...SiteProfile.example,
    siteId,
    name,
    ...values,
  })
  expect(status).toBe(201)
  return body as SiteProfile
}
const act = (id: string, step: string, body = {}) => as('admin')(`POST /api/site-profiles/${id}/actions/${step}`, body)
const siteNow = async (id: string) => (await getRecord(Site, id, { consistent: true }))?.record
const profileNow = async (id: string) => (await getRecord(SiteProfile, id, { consistent: true }))?.record
const inDays = (days: number) =>
  siteDay({ timeZone: 'Asia/Riyadh' }, new Date(Date.now() + days * 86_400_000).toISOString())

test('a draft begins with the standard, and from its publishing on new cases run by it', async () => {
  const siteId = await newSite()
  const profile = await draft(siteId, 'Slow', { responseDays: 12 })
  expect(profile).toMatchObject({ status: 'draft', acknowledgementDays: 1, followUpDay: 3, retentionYears: 10 })
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId, memberNumber: 'P-1' })
  const open = async () =>
    (await seed(Case, { ...Case.example, siteId, patientId, receivedAt: new Date().toISOString() })) as unknown as Case
  const before = await open()
  expect((await act(profile.id, 'publish')).body).toMatchObject({ status: 'published', validFrom: inDays(0) })
  const after = await open()
  const days = ({ receivedAt, responseDueAt = '' }: Case) =>
    (Date.parse(responseDueAt) - Date.parse(receivedAt)) / 86_400_000
  expect([days(before), days(after)]).toEqual([7, 12])
  const written = await as('director')(`PATCH /api/cases/${before.id}`, { severity: 'routine', level: 2, version: 1 })
  expect(written.body).toMatchObject({ level: 2, responseDueAt: before.responseDueAt })
})

test('a version in force is changed by no door, and copied into a draft', async () => {
  const siteId = await newSite()
  const { id } = await draft(siteId, 'First')
  const { version } = (await act(id, 'publish')).body
  const changes = { responseDays: 20 }
  const refused = await as('admin')(`PATCH /api/site-profiles/${id}`, { ...changes, version })
  expect(refused).toMatchObject({ status: 409, body: { rule: 'PROFILE_FIXED' } })
  const rows = await as('admin')('POST /api/site-profiles/rows', [{ id, version, changes }])
  expect(rows.body).toMatchObject([{ ok: false, rule: 'PROFILE_FIXED' }])
  const { job } = (await as('admin')('POST /api/site-profiles/bulk', { ids: [id], changes })).body
  await runJob(job, Date.now() + 30_000)
  expect((await as('admin')(`GET /api/jobs/${job}`)).body).toMatchObject({ total: 1, failed: 1 })
  expect((await as('admin')(`DELETE /api/site-profiles/${id}`)).body.rule).toBe('PROFILE_KEPT')
  expect((await act(id, 'copy', { newName: 'Second' })).status).toBe(200)
  const query = { filter: { siteId, status: 'draft' } }
  expect((await as('admin')('GET /api/site-profiles', undefined, { query })).body).toMatchObject([{ name: 'Second' }])
  expect((await act(id, 'copy', { newName: 'Second' })).body.issues.name.rule).toBe('TAKEN')
})

test('only those who set the rules of a site publish, and nobody else copies or withdraws', async () => {
  const { id } = await draft(await newSite(), 'Mine')
  for (const step of ['publish', 'copy', 'withdraw'])
    expect(
      (await as('unit-manager')(`POST /api/site-profiles/${id}/actions/${step}`, { newName: 'x' })).status,
      step,
    ).toBe(403)
  expect((await as('admin')(`POST /api/sites/${world().siteId}/actions/set-profiles`, {})).status).toBe(404)
})

test('of many versions published for one day at the same moment one comes into force', async () => {
  const siteId = await newSite()
  const drafts = await Promise.all([1, 2, 3, 4, 5].map((number) => draft(siteId, `Draft ${number}`)))
  const answers = await Promise.all(drafts.map(({ id }) => act(id, 'publish', { validFrom: inDays(3) })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 409, 412]).toContain(status)
  const winner = answers.find(({ status }) => status === 200)?.body
  expect((await siteNow(siteId))?.profiles).toMatchObject([{ profileId: winner.id, validFrom: inDays(3) }])
  const states = await Promise.all(drafts.map(async ({ id }) => (await profileNow(id))?.status))
  expect(states.toSorted()).toEqual(['draft', 'draft', 'draft', 'draft', 'published'])
})

test('drafts of one site that are published together for one day do not both come into force', async () => {
  const siteId = await newSite()
  const ids = (await Promise.all([1, 2].map((number) => draft(siteId, `Together ${number}`)))).map(({ id }) => id)
  const { job } = (await as('admin')('POST /api/site-profiles/bulk', { ids, action: 'publish', body: {} })).body
  await runJob(job, Date.now() + 30_000)
  const { body } = await as('admin')(`GET /api/jobs/${job}`)
  expect(body).toMatchObject({ status: 'done', total: 2, failed: 1 })
  expect(JSON.stringify(body.errors)).toMatch(/PROFILE_(DAY|BUSY)/)
  expect((await siteNow(siteId))?.profiles).toHaveLength(1)
})

test('versions published for several days at the same moment follow one another without a gap', async () => {
  const siteId = await newSite()
  const days = [9, 3, 6, 12]
  await Promise.all(
    days.map(async (day) => {
      const { id } = await draft(siteId, `From day ${day}`)
      for (let status = 0; status !== 200; ) status = (await act(id, 'publish', { validFrom: inDays(day) })).status
    }),
  )
  const profiles = (await siteNow(siteId))?.profiles ?? []
  expect(profiles.map(({ validFrom }) => validFrom)).toEqual([3, 6, 9, 12].map(inDays))
  const ends = await Promise.all(profiles.map(async ({ profileId }) => (await profileNow(profileId))?.validTo))
  expect(ends).toEqual([inDays(5), inDays(8), inDays(11), undefined])
})

test('profile, site and the version before are written in one transaction, or nothing of them', async () => {
  const siteId = await newSite()
  const [first, second] = [await draft(siteId, 'First'), await draft(siteId, 'Second')]
  await act(first.id, 'publish')
  const before = await Promise.all([siteNow(siteId), profileNow(first.id), profileNow(second.id)])
  const real = DynamoDBDocumentClient.prototype.send
  let transactions = 0
  mock = mockClient(DynamoDBDocumentClient)
  mock.send.callsFake(function (this: DynamoDBDocumentClient, command: object) {
    if (!(command instanceof TransactWriteCommand)) return Reflect.apply(real, this, [command])
    transactions++
    throw new Error('The process ends here')
  })
  expect((await act(second.id, 'publish', { validFrom: inDays(2) })).status).toBe(500)
  mock.restore()
  expect(transactions).toBe(1)
  expect(await Promise.all([siteNow(siteId), profileNow(first.id), profileNow(second.id)])).toEqual(before)
  expect((await act(second.id, 'publish', { validFrom: inDays(2) })).status).toBe(200)
  expect(await profileNow(first.id)).toMatchObject({ status: 'superseded', validTo: inDays(1) })
})
