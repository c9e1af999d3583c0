import type { User } from '#shared/entities/user.ts'
import { calendarOf } from '#shared/rules/cases/clockProfile.ts'
import { hasHours, isAway, isEmployed, nextWithin, type Workplace } from '#shared/rules/users/presence.ts'
import { contactDay, dayAt } from './contactDays.ts'

/** Whether a person still works at some time of today while the site calls. */
export function worksToday(user: User | undefined, site: Workplace, now: string): user is User {
  if (!isEmployed(user) || isAway(user, site.timeZone, now)) return false
  const calendar = hasHours(user.onDuty) ? { timeZone: site.timeZone, weekly: user.onDuty } : calendarOf(site)
  const { fromAt, toAt } = contactDay({ ...site }, dayAt({ ...site }, now))
  const at = nextWithin(calendar, now > fromAt ? now : fromAt)
  return at !== undefined && at < toAt
}

/** Who shares the calls of a site today: its officers who are there, else its unit managers; in the order of their ids. */
export function callersOf(users: readonly User[], site: Workplace & { readonly id: string }, now: string): User[] {
  const there = users.filter((user) => user.siteIds.includes(site.id) && worksToday(user, site, now))
  const officers = there.filter(({ roles }) => roles.includes('officer'))
  const callers = officers.length > 0 ? officers : there.filter(({ roles }) => roles.includes('unit-manager'))
  return callers.sort((a, b) => (a.id < b.id ? -1 : 1))
}
