import type { RecordValues } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import type { Need } from '#shared/rules/decision.ts'
import { callDayFrom, listedAt } from './callDays.ts'
import { contactDay, dayAfter, dayAt } from './contactDays.ts'

/** The site of a follow-up, as its rules need it. */
export const siteNeed: Need = { one: 'sites', id: ({ siteId }) => siteId }

/** What the next list of a follow-up depends on. */
export type ListedFollowUp = Pick<FollowUp, 'dueFrom' | 'dueTo' | 'againAt' | 'scheduledAt'>

/** When a follow-up is put on a list, on a day or after it: on the day agreed with the patient, else on a working day. */
export function listingFrom(site: RecordValues | undefined, followUp: ListedFollowUp, on: string): string {
  const agreedAt = followUp.againAt ?? followUp.scheduledAt
  const agreedOn = agreedAt === undefined ? undefined : dayAt(site, agreedAt)
  if (agreedOn !== undefined && agreedOn >= on) return contactDay(site, agreedOn).fromAt
  return listedAt(site, followUp, callDayFrom(site, followUp, on))
}

/** When a follow-up is put on a list again after today. */
export const nextListing = (site: RecordValues | undefined, followUp: ListedFollowUp, now: string): string =>
  listingFrom(site, followUp, dayAfter(dayAt(site, now), 1))

/** When a follow-up that is due can be put on a list: now, or later where the site does not call at this moment. */
export function listingNow(site: RecordValues | undefined, followUp: ListedFollowUp, now: string): string {
  const today = dayAt(site, now)
  const at = listingFrom(site, followUp, today)
  if (at > now) return at
  return contactDay(site, today).toAt > now ? now : nextListing(site, followUp, now)
}

/** Whether a text is an instant; before a form is filled in, the panel asks with another text. */
export const isInstantText = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
