import { dayOf, instantOf, wallAt } from '#shared/values/zonedTime.ts'
import { signIn } from '#test/support/session.ts'
import { taken } from './matters.ts'

/** The zone of the site of the demo logins. */
const zone = 'Asia/Riyadh'

/** The day that it is at the site. */
export const today = (): string => dayOf(wallAt(zone, Date.now()))

/** Noon of a day at the site, UTC. */
export const noonOf = (on: string): string => new Date(instantOf(zone, Date.parse(on) + 12 * 3_600_000)).toISOString()

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** From now on the site of the demo logins works all day, whatever day of the week it is. */
export async function workEveryDay(url: string): Promise<void> {
  const admin = await signIn(url, 'admin')
  const [siteId] = taken(await (await signIn(url, 'officer'))('GET /api/me')).siteIds
  const { version } = taken(await admin(`GET /api/sites/${siteId}`))
  const calendar = Object.fromEntries(days.map((day) => [day, [{ from: '00:00', to: '24:00' }]]))
  taken(await admin(`PATCH /api/sites/${siteId}`, { calendar }, { 'if-match': `"${version}"` }))
}
