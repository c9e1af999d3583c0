import { expect, test } from 'vitest'
import { waitingWorkOf } from '#admin/home/waitingWork.ts'
import { parseFilter } from '#shared/api/listQuery.ts'
import { may } from '#shared/declaration/access.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { entityOf } from '#shared/entities/index.ts'
import { person } from '#test/admin/fake/person.ts'

const clock = { now: '2026-11-30T21:30:00.000Z', today: '2026-12-01' }
const workOf = (...own: Role[]) => waitingWorkOf({ ...person(...own), id: 'user_01JD0000000000000000000001' }, clock)
const namesOf = (...own: Role[]) => workOf(...own).map(({ name }) => name)

test.each([
  ['officer', ['calls', 'promises']],
  ['unit-manager', ['calls', 'offers', 'promises', 'latePromises', 'reportsToWrite']],
  ['director', ['calls', 'offers', 'promises', 'latePromises', 'reportsToAccept', 'letters']],
  ['accountant', []],
  ['auditor', []],
] as const)('what waits for a person of the role %s', (role, names) => {
  expect(namesOf(role)).toEqual(names)
})

test.each(roles)('every number of the role %s leads to a list that this role may read', (role) => {
  const actor = {
    userId: 'user_01JD0000000000000000000001',
    name: 'Huda',
    roles: [role],
    siteIds: ['site_01JD0000000000000000000001'],
  }
  for (const { resource, filter } of workOf(role)) {
    expect(may(actor, entityOf(resource), 'read'), resource).toBe(true)
    expect(() => parseFilter(entityOf(resource), JSON.stringify(filter), actor)).not.toThrow()
  }
})

test('offers wait for the role that decides, and never for the person who asked', () => {
  const offers = workOf('unit-manager').find(({ name }) => name === 'offers')
  expect(offers?.filter).toEqual({
    status: 'pending-approval',
    approverRole_eq_any: ['unit-manager'],
    requestedBy_neq: 'user_01JD0000000000000000000001',
  })
})
