import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

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
