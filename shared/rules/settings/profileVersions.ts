import type { Site } from '#shared/entities/site.ts'
import { profileFigures, type SiteProfile } from '#shared/entities/siteProfile.ts'
import type { OtherUpdate } from '#shared/rules/decision.ts'
import { civilDay, dayOf, instantOf, wallAt } from '#shared/values/zonedTime.ts'

/** A version of a profile as its site keeps it. */
export type ProfileVersion = NonNullable<Site['profiles']>[number]

/** Versions out of force that a site keeps, for clocks that began under them and are corrected. */
const keptVersions = 12

/** Versions that may wait to come into force; more than these nobody keeps in mind. */
export const mostComing = 12

/** The versions of a site with some of them changed, in the order in which they come into force. */
export interface VersionPlan {
  readonly profiles: readonly ProfileVersion[]
  readonly hasOlderProfiles?: true
}

/** The day of a site at an instant. */
export const siteDay = ({ timeZone = 'UTC' }: Partial<Site>, now: string): string =>
  dayOf(wallAt(timeZone, Date.parse(now)))

/** The version as a site keeps it: from the beginning of its day, or from now on when that is today. */
export function versionOf(profile: Partial<SiteProfile>, site: Partial<Site>, validFrom: string, now: string) {
  const { id: profileId = '', ...values } = profile
  const midnight = () => instantOf(site.timeZone ?? 'UTC', Date.parse(`${validFrom}T00:00:00Z`))
  const fromAt = validFrom > siteDay(site, now) ? new Date(midnight()).toISOString() : now
  const figures = Object.entries(values).filter(([name]) => Object.hasOwn(profileFigures, name))
  return { profileId, validFrom, fromAt, ...Object.fromEntries(figures) } as ProfileVersion
}

/** The version in force at an instant, of those that a site keeps. */
export const versionInForce = ({ profiles = [] }: Partial<Site>, now: string): ProfileVersion | undefined =>
  profiles.findLast(({ fromAt }) => fromAt <= now)

/** The versions with one more, without those that went out of force long ago. */
export function withVersion({ profiles = [], hasOlderProfiles }: Partial<Site>, version: ProfileVersion, now: string) {
  const all = [...profiles, version].sort((a, b) => a.fromAt.localeCompare(b.fromAt))
  const past = all.filter(({ fromAt }) => fromAt <= now).length
  const surplus = Math.max(0, past - keptVersions)
  return { profiles: all.slice(surplus), ...((surplus > 0 || hasOlderProfiles) && { hasOlderProfiles: true as const }) }
}

/** The last day of the version before another one begins. */
export const lastDayBefore = (validFrom: string): string => dayOf(Date.parse(`${validFrom}T00:00:00Z`) - civilDay)

/**
 * What follows from other versions of a site: the site keeps them, and the profile before the changed one ends when the
 * next one begins.
 */
export function versionUpdates(site: Partial<Site>, plan: VersionPlan, changedFrom: string): OtherUpdate[] {
  const { id = '', version: seenVersion } = site
  const before = plan.profiles.findLast(({ validFrom }) => validFrom < changedFrom)
  const after = plan.profiles.find(({ validFrom }) => validFrom > (before?.validFrom ?? ''))
  return [
    { resource: 'sites', id, step: 'set-profiles', body: { ...plan, seenVersion } },
    ...(before
      ? [
          {
            resource: 'site-profiles',
            id: before.profileId,
            step: 'set-end',
            body: after ? { validTo: lastDayBefore(after.validFrom) } : {},
          },
        ]
      : []),
  ]
}
