import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Offer } from '#shared/entities/offer.ts'
import { figuresAt, siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import { type Alarm, alarmsOf, dueAt } from '#shared/values/clock.ts'

/** Days after which an offer that the patient has not answered lapses. */
export const lapseDays = 30

/** The alarms of a decision that is waited for, in working minutes of the site; none while its time zone is unknown. */
export function decisionAlarms({ requestedAt }: Partial<Offer>, site: RecordValues | undefined): readonly Alarm[] {
  const calendar = siteCalendar(site)
  if (!calendar || requestedAt === undefined) return []
  const workingMinutes = figuresAt(site, requestedAt).approvalDecisionMinutes
  return alarmsOf({ calendar, startAt: requestedAt, duration: { workingMinutes } }) ?? []
}

/**
 * When the decision on an offer is due or the patient's answer, and when the product looks at it next; null where nobody is
 * waited for.
 */
export function offerTimes(offer: Partial<Offer>, site: RecordValues | undefined) {
  const { status, alarmPercent = 0, madeAt } = offer
  if (status === 'pending-approval') {
    const alarms = decisionAlarms(offer, site)
    const next = alarms.find(({ percent }) => percent > alarmPercent)
    return { dueAt: alarms.at(-1)?.at ?? null, alarmAt: next?.at ?? null }
  }
  const calendar = siteCalendar(site)
  if (status !== 'made' || madeAt === undefined || !calendar) return { dueAt: null, alarmAt: null }
  const due = dueAt({ calendar, startAt: madeAt, duration: { calendarDays: lapseDays } })
  return { dueAt: due, alarmAt: due }
}
