import type { Site } from '#shared/entities/site.ts'
import { figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { civilDay, instantOf, steadyWallAt } from '#shared/values/zonedTime.ts'

/** What the hours depend on in which a site calls its patients: its zone, and the versions of its profile. */
export type ContactSite = Pick<Site, 'timeZone' | 'profiles'>

/** The first instant from `now` on at which a text message may be sent: `now` itself inside the site's contact hours. */
export function contactAt(site: ContactSite, now: string): string {
  const { timeZone } = site
  const { contactFrom, contactTo } = figuresAt(site, now)
  const wall = steadyWallAt(timeZone, Date.parse(now))
  const midnight = Math.floor(wall / civilDay) * civilDay
  const today = midnight + timeOf(contactFrom)
  if (wall >= today && wall < midnight + timeOf(contactTo)) return now
  const opening = wall < today ? today : today + civilDay
  return new Date(instantOf(timeZone, opening)).toISOString()
}

/** Milliseconds from midnight to a time of day such as 09:30. */
function timeOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
