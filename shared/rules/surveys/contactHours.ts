import { civilDay, instantOf, steadyWallAt } from '#shared/values/zonedTime.ts'

/** Hours of the day, on the wall clock of the site, between which a patient's phone may ring. */
export const contactHours = { from: 9, to: 20 } as const

const hour = 3_600_000

/** The first instant from `now` on at which a text message may be sent: `now` itself inside contact hours. */
export function contactAt(timeZone: string, now: string): string {
  const wall = steadyWallAt(timeZone, Date.parse(now))
  const midnight = Math.floor(wall / civilDay) * civilDay
  const today = midnight + contactHours.from * hour
  if (wall >= today && wall < midnight + contactHours.to * hour) return now
  const opening = wall < today ? today : today + civilDay
  return new Date(instantOf(timeZone, opening)).toISOString()
}
