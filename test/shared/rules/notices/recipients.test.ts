import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { User } from '#shared/entities/user.ts'
import type { Addressee } from '#shared/rules/notices/notice.ts'
import { recipientsOf } from '#shared/rules/notices/recipients.ts'
import { isAway, isEmployed } from '#shared/rules/users/presence.ts'
import { anyAddressee, anyPeople, palm, personOf, sundayNoon } from './staff.ts'

const found = (to: Addressee, users: readonly User[], now = sundayNoon) =>
  recipientsOf(to, { users, site: palm, now }).map(({ id }) => id)
const owner = { userId: 'owner' }
const today = '2026-11-29'
const lead = personOf('lead', 'unit-manager')
const director = personOf('director', 'director', { siteIds: [] })
const admin = personOf('admin', 'admin', { siteIds: [] })
const above = [lead, director, admin]

test('the owner is told, on duty or not', () => {
  const monday = { monday: [{ from: '08:00', to: '16:00' }] }
  expect(found(owner, [personOf('owner', 'officer'), ...above])).toEqual(['owner'])
  expect(found(owner, [personOf('owner', 'officer', { onDuty: monday }), ...above])).toEqual(['owner'])
})

test('the deputy stands in for one who is away, and the deputy of a deputy who is away too', () => {
  const away = { awayFrom: today, awayTo: today }
  const users = [personOf('owner', 'officer', { ...away, deputyId: 'second' }), personOf('second', 'officer'), ...above]
  expect(found(owner, users)).toEqual(['second'])
  const both = [
    personOf('owner', 'officer', { ...away, deputyId: 'second' }),
    personOf('second', 'officer', { ...away, deputyId: 'third' }),
    personOf('third', 'officer'),
  ]
  expect(found(owner, both)).toEqual(['third'])
  expect(found(owner, both, '2026-11-30T09:00:00.000Z')).toEqual(['owner'])
})

test('two who are away and stand in for each other leave the matter to the unit manager', () => {
  const away = { awayFrom: today }
  const one = personOf('owner', 'officer', { ...away, deputyId: 'second' })
  const other = personOf('second', 'officer', { ...away, deputyId: 'owner' })
  expect(found(owner, [one, other, ...above])).toEqual(['lead'])
})

test('a matter climbs from an owner who left to the unit manager, the director and the administrators', () => {
  const left = personOf('owner', 'officer', { isActive: false, deputyId: 'admin' })
  expect(found(owner, [left, ...above])).toEqual(['lead'])
  expect(found(owner, [left, director, admin])).toEqual(['director'])
  expect(found(owner, [left, admin])).toEqual(['admin'])
  expect(found(owner, [left])).toEqual([])
})

test('of several with the role those on duty are told, and all of them when nobody is', () => {
  const night = personOf('night', 'unit-manager', { onDuty: { sunday: [{ from: '20:00', to: '24:00' }] } })
  const to = { role: 'unit-manager', siteId: palm.id } as const
  expect(found(to, [lead, night])).toEqual(['lead'])
  expect(found(to, [lead, night], '2026-11-29T18:00:00.000Z')).toEqual(['night'])
  expect(found(to, [lead, night], '2026-11-29T02:00:00.000Z')).toEqual(['lead', 'night'])
})

test('the unit manager of another site is not told', () => {
  const elsewhere = personOf('elsewhere', 'unit-manager', { siteIds: ['site_other'] })
  expect(found({ role: 'unit-manager', siteId: palm.id }, [elsewhere, director])).toEqual(['director'])
})

test('an absence begins and ends at midnight of the site', () => {
  const users = [personOf('owner', 'officer', { awayFrom: today, awayTo: today }), lead]
  expect(found(owner, users, '2026-11-28T20:59:59.999Z')).toEqual(['owner'])
  expect(found(owner, users, '2026-11-28T21:00:00.000Z')).toEqual(['lead'])
  expect(found(owner, users, '2026-11-29T20:59:59.999Z')).toEqual(['lead'])
  expect(found(owner, users, '2026-11-29T21:00:00.000Z')).toEqual(['owner'])
})

test('somebody is always found while one administrator is active, and nobody who left or stands twice', () => {
  fc.assert(
    fc.property(anyPeople, anyAddressee, (users, to) => {
      const persons = recipientsOf(to, { users, site: palm, now: sundayNoon })
      const hasAdministrator = users.some((user) => isEmployed(user) && user.roles.includes('admin'))
      if (hasAdministrator) expect(persons.length).toBeGreaterThan(0)
      expect(persons.every(isEmployed)).toBe(true)
      expect(new Set(persons).size).toBe(persons.length)
      const isSomebodyAway = persons.some((user) => isAway(user, palm.timeZone, sundayNoon))
      // One who is away is told only where every administrator is.
      if (isSomebodyAway) expect(persons.every(({ roles }) => roles.includes('admin'))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the order in which people are read changes nothing', () => {
  fc.assert(
    fc.property(anyPeople, anyAddressee, (users, to) => {
      expect(found(to, users.toReversed())).toEqual(found(to, users))
    }),
  )
})
