import { expect, test } from 'vitest'
import { runJob } from '#functions/lambdas/jobs.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
useFiles()

const colleague = async (values: object) =>
  (await seed(User, { ...User.example, email: `${Math.random()}@redress.test`, siteIds: [world().siteId], ...values }))
    .id

async function openCase(values: object = {}) {
  const { siteId } = world()
  const memberNumber = `M-${Math.random()}`.slice(0, 20)
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId, memberNumber })
  return as('officer')('POST /api/cases', { ...Case.example, siteId, patientId, ...values })
}

test('nobody who was deactivated or is away is made the owner of a case, by form or by a step', async () => {
  const { body: opened } = await openCase()
  for (const [person, rule] of [
    [await colleague({ isActive: false }), 'PERSON_INACTIVE'],
    [await colleague({ awayFrom: '2020-01-01', awayTo: '2099-12-31' }), 'PERSON_AWAY'],
  ] as const) {
    const refusal = { issues: { ownerId: { rule } } }
    const handOver = { ownerId: person }
    expect((await as('officer')(`POST /api/cases/${opened.id}/actions/hand-over`, handOver)).body).toMatchObject(
      refusal,
    )
    expect((await as('officer')(`PATCH /api/cases/${opened.id}`, { ...handOver, version: 1 })).body).toMatchObject(
      refusal,
    )
    expect((await openCase(handOver)).body).toMatchObject(refusal)
  }
  const back = await colleague({ awayFrom: '2020-01-01', awayTo: '2020-01-31' })
  const given = await as('officer')(`POST /api/cases/${opened.id}/actions/hand-over`, { ownerId: back })
  expect(given.body).toMatchObject({ ownerId: back, version: 2 })
})

test('a case keeps an owner who leaves, and names doctors who have left', async () => {
  const owner = await colleague({ isActive: true })
  const { body: opened } = await openCase({ ownerId: owner, attendingIds: [await colleague({ isActive: false })] })
  await as('admin')(`PATCH /api/users/${owner}`, { isActive: false, version: 1 })
  const changed = await as('officer')(`PATCH /api/cases/${opened.id}`, { serviceLine: 'dental', version: 1 })
  expect(changed.body).toMatchObject({ ownerId: owner, serviceLine: 'dental' })
})

/** What a job that names an owner of a case came to: the ids of the refusals, and the owner afterwards. */
async function afterJob(caseId: string, address: string, body: object) {
  const started = await as('officer')(address, body)
  await runJob(started.body.job, Date.now() + 30_000)
  const { errors } = (await as('officer')(`GET /api/jobs/${started.body.job}`)).body
  const { ownerId } = (await as('officer')(`GET /api/cases/${caseId}`)).body
  return { refusals: errors.map(({ issues }: { issues: object }) => issues), ownerId }
}

test('nor are they by pasted rows, by a bulk change, by a step of many or by an import', async () => {
  const { body: opened } = await openCase()
  for (const [ownerId, rule] of [
    [await colleague({ isActive: false }), 'PERSON_INACTIVE'],
    [await colleague({ awayFrom: '2020-01-01', awayTo: '2099-12-31' }), 'PERSON_AWAY'],
  ] as const) {
    const rows = await as('officer')('POST /api/cases/rows', [{ id: opened.id, version: 1, changes: { ownerId } }])
    expect(rows.body).toMatchObject([{ ok: false, issues: { ownerId: { rule } } }])
    const ids = { ids: [opened.id], dryRun: false }
    const doors: [string, object][] = [
      ['bulk', { ...ids, changes: { ownerId } }],
      ['bulk', { ...ids, action: 'hand-over', body: { ownerId } }],
      ['import', { file: `id,ownerId\n${opened.id},${ownerId}\n`, mode: 'update', key: 'id' }],
    ]
    for (const [door, body] of doors) {
      const { refusals, ...after } = await afterJob(opened.id, `POST /api/cases/${door}`, body)
      expect(refusals, door).toMatchObject([{ ownerId: { rule } }])
      expect(after).toEqual({ ownerId: undefined })
    }
  }
})

test('a deputy who is away is no way round: the person who is named must be there', async () => {
  const { body: opened } = await openCase()
  const away = { awayFrom: '2020-01-01', awayTo: '2099-12-31' }
  const second = await colleague(away)
  const first = await colleague({ ...away, deputyId: second })
  for (const ownerId of [first, second]) {
    const { body } = await as('officer')(`POST /api/cases/${opened.id}/actions/hand-over`, { ownerId })
    expect(body).toMatchObject({ issues: { ownerId: { rule: 'PERSON_AWAY' } } })
  }
})

test('the jobs of one who was deactivated change nothing any more', async () => {
  const { body: opened } = await openCase()
  const change = { ids: [opened.id], dryRun: false, changes: { serviceLine: 'dental' } }
  const { body } = await as('second-officer')('POST /api/cases/bulk', change)
  await as('admin')(`PATCH /api/users/${world().userIds['second-officer']}`, { isActive: false, version: 1 })
  await runJob(body.job, Date.now() + 30_000)
  expect((await as('admin')(`GET /api/jobs/${body.job}`)).body).toMatchObject({ failed: 1 })
  expect((await as('officer')(`GET /api/cases/${opened.id}`)).body).toMatchObject({ version: 1 })
})
