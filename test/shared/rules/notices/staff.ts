import * as fc from 'fast-check'
import { type Role, roles } from '#shared/declaration/roles.ts'
import type { User } from '#shared/entities/user.ts'
import type { WeeklyHours } from '#shared/rules/users/presence.ts'

/** The site of the rules' tests, in Riyadh: three hours ahead of UTC all year, open Sunday to Thursday from 8 to 17. */
export const palm = { id: 'site_01ARZ3NDEKTSV4RRFFQ69G5FAV', timeZone: 'Asia/Riyadh' }

/** Sunday at noon in Riyadh. */
export const sundayNoon = '2026-11-29T09:00:00.000Z'

/** A person of the site with a role. */
export const personOf = (id: string, role: Role, more: Partial<User> = {}): User => ({
  id,
  version: 1,
  name: `Test ${id}`,
  email: `${id}@redress.test`,
  roles: [role],
  siteIds: [palm.id],
  isActive: true,
  ...more,
})

const days = fc.constantFrom('2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01')
const sundays: WeeklyHours = { sunday: [{ from: '00:00', to: '24:00' }] }
const mondays: WeeklyHours = { monday: [{ from: '08:00', to: '16:00' }] }
const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** Any people: some left, some are away, some have a deputy, who may be away too or be themselves. */
export const anyPeople = fc
  .array(
    fc.record({
      role: fc.constantFrom(...roles),
      isActive: fc.boolean(),
      isDeleted: fc.boolean(),
      awayFrom: fc.option(days, { nil: undefined }),
      awayTo: fc.option(days, { nil: undefined }),
      deputyId: fc.option(fc.constantFrom(...names), { nil: undefined }),
      isHere: fc.boolean(),
      onDuty: fc.constantFrom(undefined, sundays, mondays),
    }),
    { maxLength: names.length },
  )
  .map((people) =>
    people.map(({ role, isDeleted, isHere, ...more }, index) =>
      personOf(names[index] ?? '', role, {
        ...more,
        siteIds: isHere ? [palm.id] : [],
        ...(isDeleted && { deletedAt: sundayNoon }),
      }),
    ),
  )

/** Anybody a notice may be for. */
export const anyAddressee = fc.oneof(
  fc.record({ userId: fc.constantFrom(...names, 'gone') }),
  fc.record({ role: fc.constantFrom(...roles), siteId: fc.constant(palm.id) }),
)
