import { globalRoles, type Role } from '#shared/declaration/roles.ts'
import type { User } from '#shared/entities/user.ts'
import { isAway, isEmployed, isOnDuty, type Workplace } from '#shared/rules/users/presence.ts'
import type { Addressee } from './notice.ts'

/** Who works here, and where and when somebody is to be told. */
export interface Personnel {
  readonly users: readonly User[]
  /** The site that the matter belongs to. */
  readonly site: Workplace
  /** Now, UTC. */
  readonly now: string
}

/** Who is told when nobody below is there: level 1 at the site, level 2, the administrators. */
export const levels: readonly Role[] = ['unit-manager', 'director', 'admin']

/**
 * The persons who are told, each once, in the order of their ids: the one who was meant, else the deputy of one who is
 * away, else the next level that is there. Within a level those on duty come first. Nobody is found only where no
 * administrator is active.
 */
export function recipientsOf(to: Addressee, personnel: Personnel): User[] {
  const named = 'userId' in to ? standIn(byId(personnel, to.userId), personnel) : undefined
  if (named) return [named]
  for (const role of 'role' in to ? levelsFrom(to.role) : levels) {
    const found = atLevel(role, personnel)
    if (found.length > 0) return found
  }
  return inOrder(personnel.users.filter((user) => isEmployed(user) && user.roles.includes('admin')))
}

const levelsFrom = (role: Role): readonly Role[] =>
  levels.includes(role) ? levels.slice(levels.indexOf(role)) : [role, ...levels]

function atLevel(role: Role, personnel: Personnel): User[] {
  const { site, now } = personnel
  const holders = personnel.users.filter((user) => isEmployed(user) && user.roles.includes(role))
  const here = site.id === undefined ? holders : holders.filter(({ siteIds }) => siteIds.includes(site.id ?? ''))
  // Those who see every site answer for each of them, but the ones who belong to it come first.
  const candidates = here.length === 0 && globalRoles.includes(role) ? holders : here
  const present = inOrder(candidates.flatMap((user) => standIn(user, personnel) ?? []))
  const onDuty = present.filter((user) => isOnDuty(user, site, now))
  return onDuty.length > 0 ? onDuty : present
}

/** A person who is there, or the deputy of one who is away, or that one's deputy; undefined where the chain ends. */
function standIn(user: User | undefined, personnel: Personnel): User | undefined {
  const asked = new Set<string>()
  for (let next = user; isEmployed(next) && !asked.has(next.id); next = byId(personnel, next.deputyId)) {
    if (!isAway(next, personnel.site.timeZone, personnel.now)) return next
    asked.add(next.id)
  }
  return undefined
}

const byId = ({ users }: Personnel, id: string | undefined): User | undefined => users.find((user) => user.id === id)

const inOrder = (users: readonly User[]): User[] =>
  [...new Map(users.map((user) => [user.id, user])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
