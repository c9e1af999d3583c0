import { isOver } from '#shared/declaration/lifecycle.ts'
import { type Invitation, invitationLife } from '#shared/entities/invitation.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { type ContactSite, contactAt } from './contactHours.ts'

/** Whether an invitation can still be answered, its expiry apart. */
export const isOpenInvitation = (invitation: Partial<Invitation>): boolean =>
  invitation.status !== undefined && !isOver(invitationLife, invitation)

/** The most reminders one invitation gets. */
export const mostReminders = 2

/** The instant so many days of 24 hours later. */
export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()

/** When the product looks at an invitation next, as the fact that says so; nothing when it is done with. */
export const lookAgain = (at: string | undefined) => ({ nextAt: at ?? null })

/** What follows once a link is out: a reminder inside contact hours while any is left, else the expiry. */
export function afterSending(
  invitation: Pick<Invitation, 'channel'> & Partial<Invitation>,
  survey: Partial<Survey>,
  site: ContactSite,
) {
  const { expiresAt, sentAt } = invitation
  if (!expiresAt || !sentAt) return lookAgain(undefined)
  const days = invitation.channel === 'link' ? undefined : survey.reminderDays?.[invitation.remindedCount ?? 0]
  const remindAt = days === undefined ? undefined : reachable(invitation.channel, site, daysAfter(sentAt, days))
  return lookAgain(remindAt !== undefined && remindAt < expiresAt ? remindAt : expiresAt)
}

/** The first instant from `now` on at which the channel may be used. */
export const reachable = (channel: Invitation['channel'], site: ContactSite, now: string): string =>
  channel === 'sms' ? contactAt(site, now) : now

/** Everything decided about invitations, by people; the product's own steps are taken by its ticks. */
export const invitationRules: Rules = {
  actions: {
    remind: {
      decide: ({ record, now }) => {
        const { channel, toSend, remindedCount = 0 }: Partial<Invitation> = record
        if (channel === 'link') return refuse('NO_CHANNEL')
        if (toSend) return refuse('REMINDER_WAITS')
        if (remindedCount >= mostReminders) return refuse('REMINDED_ENOUGH', { limit: mostReminders })
        return { changes: { toSend: 'reminder', ...lookAgain(now) } }
      },
    },
    cancel: { decide: () => ({ changes: { toSend: null, ...lookAgain(undefined) } }) },
  },
}
