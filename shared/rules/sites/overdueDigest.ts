import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { refuse } from '#shared/refusals.ts'
import { siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { type Calendar, workingDays } from '#shared/values/calendar.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'

/** How many cases of one owner, or of nobody, were overdue when they came in and still are. */
export interface OverdueCount {
  readonly ownerId?: string
  readonly count: number
}

/** The first instant after another one at which a site opens. */
export function nextOpening(calendar: Calendar, now: string): string | undefined {
  const nowMs = Date.parse(now)
  for (const { spans } of workingDays(calendar, nowMs)) {
    const opening = Math.min(...spans.map(({ from }) => from))
    if (opening > nowMs) return new Date(opening).toISOString()
  }
  return undefined
}

/**
 * Each owner is told once a morning how many of their cases were overdue when they came in; of cases without an owner the
 * unit manager is. The day is part of the notice, so that a morning has one, and mornings that were missed have none. A
 * part of the owners leaves the morning due until the last part is told.
 */
const digest: ActionRule = {
  decide: ({ record, body, now }) => {
    const { id, timeZone = 'UTC' }: Partial<Site> = record
    const on = dayOf(wallAt(timeZone, Date.parse(now)))
    const counts = (body.counts ?? []) as readonly OverdueCount[]
    const creates = counts.map(({ ownerId, count }) =>
      noticeOf({
        rule: 'overdue-digest',
        to: ownerId === undefined ? { role: 'unit-manager' } : { userId: ownerId },
        aboutId: record.id,
        ...(id && { siteId: id }),
        parameters: { count },
        key: [on],
      }),
    )
    return { changes: body.isPart ? {} : { digestAt: null }, creates }
  },
}

// What is set was decided by the site as it was seen, where a profile is published.
const setProfiles: ActionRule = {
  decide: ({ record, body }) => (record.version === body.seenVersion ? { changes: {} } : refuse('PROFILE_BUSY')),
}

/** Every rule about sites. */
export const siteRules: Rules = {
  derivation: {
    derive: (record, _links, now): RecordValues => {
      const { digestAt }: Partial<Site> = record
      const calendar = siteCalendar(record)
      const next = calendar && nextOpening(calendar, now)
      // A morning that is due stays due until its digest is written.
      return { digestAt: next !== undefined && digestAt && digestAt < next ? digestAt : next }
    },
  },
  actions: { digest, 'set-profiles': setProfiles },
}
