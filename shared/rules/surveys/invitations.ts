import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { notNow, type Rules } from '#shared/rules/decision.ts'
import { contactAt } from './contactHours.ts'

type InvitationStatus = NonNullable<Invitation['status']>

/** States in which a link can still be answered. */
export const openInvitationStates: readonly InvitationStatus[] = ['created', 'queued', 'sent', 'started']

/** Whether an invitation can still be answered, its expiry apart. */
export const isOpenInvitation = ({ status }: Partial<Invitation>): boolean =>
  status !== undefined && openInvitationStates.includes(status)

/** The most reminders one invitation gets. */
export const mostReminders = 2

/** The instant so many days of 24 hours later. */
export const daysAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString()

/** When the product looks at an invitation next, as the facts that say so; nothing when it is done with. */
export const lookAgain = (at: string | undefined) =>
  at === undefined ? { nextAt: null, nextOn: null } : { nextAt: at, nextOn: at.slice(0, 10) }

/** What follows once a link is out: a reminder inside contact hours while any is left, else the expiry. */
export function afterSending(
  invitation: Pick<Invitation, 'channel'> & Partial<Invitation>,
  survey: Partial<Survey>,
  timeZone: string,
) {
  const { expiresAt, sentAt } = invitation
  if (!expiresAt || !sentAt) return lookAgain(undefined)
  const days = invitation.channel === 'link' ? undefined : survey.reminderDays?.[invitation.remindedCount ?? 0]
  const remindAt = days === undefined ? undefined : reachable(invitation.channel, timeZone, daysAfter(sentAt, days))
  return lookAgain(remindAt !== undefined && remindAt < expiresAt ? remindAt : expiresAt)
}

/** The first instant from `at` on at which the channel may be used. */
export const reachable = (channel: Invitation['channel'], timeZone: string, now: string): string =>
  channel === 'sms' ? contactAt(timeZone, now) : now

/** Everything decided about invitations, by people; the product's own steps are taken by its ticks. */
export const invitationRules: Rules = {
  actions: {
    remind: {
      decide: ({ record, now }) => {
        const invitation: AnyRecord & Partial<Invitation> = record
        if (invitation.channel === 'link')
          return notNow('NO_CHANNEL', 'The link was handed over. Hand over a new one instead.')
        if (invitation.status !== 'sent' && invitation.status !== 'started')
          return notNow('INVITATION_STATE', 'Only somebody who has a link and has not answered is reminded.')
        if (invitation.toSend) return notNow('REMINDER_WAITS', 'A reminder is on its way already.')
        if ((invitation.remindedCount ?? 0) >= mostReminders)
          return notNow('REMINDED_ENOUGH', `Nobody is reminded more than ${mostReminders} times.`)
        return { changes: { toSend: 'reminder', ...lookAgain(now) } }
      },
    },
    cancel: {
      decide: ({ record, body }) =>
        isOpenInvitation(record)
          ? { changes: { status: 'cancelled', reason: body.reason, toSend: null, ...lookAgain(undefined) } }
          : notNow('INVITATION_STATE', 'There is nothing to cancel: the invitation is answered or over.'),
    },
  },
}
