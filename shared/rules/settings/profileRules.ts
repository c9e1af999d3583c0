import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { standardFigures } from '#shared/rules/cases/clockProfile.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { isSame } from '#shared/values/canonical.ts'
import { lastDayBefore, mostComing, siteDay, versionOf, versionUpdates, withVersion } from './profileVersions.ts'

const needs = { site: { one: 'sites', id: ({ siteId }: RecordValues) => siteId } } as const

/**
 * A draft comes into force on a day, today at the earliest, and never two on one day. Its site keeps the figures, so that
 * every rule that knows the site finds what was in force when.
 */
const publish: ActionRule = {
  needs,
  decide: ({ record, body, related, now }) => {
    const site: Partial<Site> | undefined = related.site?.[0]
    if (!site) return refuse('NOT_FOUND')
    const { profiles = [] } = site
    const today = siteDay(site, now)
    const validFrom = String(body.validFrom ?? today)
    // A button asks before its form has given a day.
    if (!/^\d/.test(validFrom)) return { changes: {} }
    if (validFrom < today) return refuse('PROFILE_PAST', { day: today })
    if (profiles.some((each) => each.validFrom === validFrom)) return refuse('PROFILE_DAY', { day: validFrom })
    if (profiles.filter(({ fromAt }) => fromAt > now).length >= mostComing)
      return refuse('PROFILES_MANY', { limit: mostComing })
    const plan = withVersion(site, versionOf(record, site, validFrom, now), now)
    const next = plan.profiles.find((each) => each.validFrom > validFrom)
    const end = next ? { validTo: lastDayBefore(next.validFrom), status: 'superseded' } : {}
    return { changes: { validFrom, ...end }, updates: versionUpdates(site, plan, validFrom) }
  },
}

/** A version that has not come into force yet is a draft again, and the one before it lasts on. */
const withdraw: ActionRule = {
  needs,
  decide: ({ record, related, now }) => {
    const site: Partial<Site> = related.site?.[0] ?? {}
    const version = site.profiles?.find(({ profileId }) => profileId === record.id)
    if (!version || version.fromAt <= now) return refuse('PROFILE_IN_FORCE')
    const { hasOlderProfiles, profiles = [] } = site
    const plan = {
      profiles: profiles.filter((each) => each !== version),
      ...(hasOlderProfiles && { hasOlderProfiles: true as const }),
    }
    const undone = { validFrom: null, validTo: null, publishedAt: null, publishedBy: null }
    return { changes: undone, updates: versionUpdates(site, plan, version.validFrom) }
  },
}

/** A new draft begins with what any version says. */
const copy: ActionRule = {
  decide: ({ record, body }) => {
    const fields = Object.keys(SiteProfile.fields).map((name) => [name, record[name]])
    const values = { ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)), name: body.newName }
    return { changes: {}, creates: [{ resource: SiteProfile.resource, values }] }
  },
}

const setEnd: ActionRule = {
  decide: ({ body: { validTo = null } }) => ({
    changes: { validTo, status: validTo === null ? 'published' : 'superseded' },
  }),
}

/** The first pair of figures that do not fit together. */
function misfit(profile: Partial<SiteProfile>): Refusal | undefined {
  const figures = { ...standardFigures, ...profile }
  const { extensionNoticeDays, responseDays, followUpFirstDay, followUpDay, followUpLastDay } = figures
  const { contactFrom, contactTo, limitAMinor = 0, limitBMinor = 0 } = figures
  if (extensionNoticeDays >= responseDays) return refuse('NOTICE_AFTER_ANSWER')
  if (!(followUpFirstDay <= followUpDay && followUpDay <= followUpLastDay)) return refuse('FOLLOW_UP_DAYS')
  if (contactFrom >= contactTo) return refuse('CONTACT_ORDER')
  return limitAMinor < 0 || limitBMinor < limitAMinor ? refuse('LIMITS_ORDER') : undefined
}

/** Every rule about site profiles. */
export const profileRules: Rules = {
  derivation: {
    derive: (record) =>
      Object.fromEntries(Object.entries(standardFigures).map(([name, value]) => [name, record[name] ?? value])),
    check: (record, before) => {
      const isFixed = before !== undefined && before.status !== 'draft'
      const isEdited = isFixed && Object.keys(SiteProfile.fields).some((name) => !isSame(record[name], before[name]))
      return isEdited ? refuse('PROFILE_FIXED') : misfit(record)
    },
  },
  deletion: ({ status }) => (status === 'draft' ? undefined : refuse('PROFILE_KEPT')),
  actions: { publish, withdraw, copy, 'set-end': setEnd },
}
