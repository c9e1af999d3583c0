import type { Notice } from '#shared/entities/notice.ts'
import type { User } from '#shared/entities/user.ts'
import { hasHours, nextWithin } from '#shared/rules/users/presence.ts'

/** Mails tried of one notice before it stays without one. */
export const mailAttempts = 12

/** Minutes after which a sending that did not end may be taken up by another worker. */
export const abandonedMinutes = 10

/** Minutes until a notice for which nobody was found is looked at again. */
export const nobodyMinutes = 60

/**
 * When a person is mailed about a notice: now, or when the person's hours begin unless it is urgent; undefined when the
 * person wants no mail about it or has read it.
 */
export function mailTimeOf(
  { noticeMail = 'all', noticeHours }: Partial<User>,
  { urgency, readAt }: Pick<Notice, 'urgency' | 'readAt'>,
  timeZone: string,
  now: string,
): string | undefined {
  const isUrgent = urgency === 'urgent'
  if (readAt !== undefined || noticeMail === 'none' || (noticeMail === 'urgent' && !isUrgent)) return undefined
  if (isUrgent || !hasHours(noticeHours)) return now
  return nextWithin({ timeZone, weekly: noticeHours }, now) ?? now
}

/** When a mail that could not be sent is tried again: after 5 minutes, then twice as long each time, at most 4 hours. */
export const retryAt = (attempts: number, now: string): string =>
  minutesAfter(now, Math.min(240, 5 * 2 ** (attempts - 1)))

/** An instant so many minutes later. */
export const minutesAfter = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()
