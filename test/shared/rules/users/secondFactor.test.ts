import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globalRoles, roles } from '#shared/declaration/roles.ts'
import { groupsWithoutFactor, secondFactorRoles } from '#shared/rules/users/secondFactor.ts'

test('whoever sees every site or approves money needs a second factor', () => {
  expect(secondFactorRoles).toEqual(expect.arrayContaining([...globalRoles, 'accounts-supervisor', 'delegate']))
  expect(groupsWithoutFactor(['front-desk', 'officer'])).toBeUndefined()
  expect(groupsWithoutFactor(['officer', 'director'])).toEqual(['officer'])
  expect(groupsWithoutFactor(['admin'])).toEqual([])
})

test('without it no such role is left, and no other is taken', () => {
  fc.assert(
    fc.property(fc.subarray([...roles]), (groups) => {
      const kept = groupsWithoutFactor(groups) ?? groups
      expect(kept).toEqual(groups.filter((role) => !secondFactorRoles.includes(role)))
    }),
  )
})
