import { globalRoles, type Role } from '#shared/declaration/roles.ts'

/**
 * Roles that count only for a person with a second factor: those who see every site, and those who approve money. Front
 * desks share workplaces without phones, and their roles reach one site only.
 */
export const secondFactorRoles: readonly Role[] = [
  ...globalRoles,
  'accounts-supervisor',
  'services-manager',
  'delegate',
]

/** The claim of a token that says that its person has to set up a second factor to get all roles. */
export const secondFactorClaim = 'second_factor'

/** What a token of a person without a second factor keeps of its groups; undefined where that is all of them. */
export function groupsWithoutFactor(groups: readonly string[]): readonly string[] | undefined {
  const kept = groups.filter((group) => !secondFactorRoles.some((role) => role === group))
  return kept.length === groups.length ? undefined : kept
}
