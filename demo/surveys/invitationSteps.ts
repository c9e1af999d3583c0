import { product } from '#functions/platform/http/context.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Site } from '#shared/entities/site.ts'
import { afterSending, daysAfter, lookAgain } from '#shared/rules/surveys/invitations.ts'
import { later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { DemoStep } from '../takeSteps.ts'
import type { SurveyContact } from './contacts.ts'
import { givenUpAt } from './messages.ts'

/** How an invitation without an answer ends, in percent; only a message may not reach its address. */
const unanswered = [
  ['expired', 82],
  ['cancelled', 18],
] as const
const unansweredMessage = [
  ['expired', 74],
  ['cancelled', 14],
  ['undeliverable', 12],
] as const

/** How an invitation ends; `open` when its time is not over at the end of the demo. */
export type InvitationEnd = 'answered' | 'open' | (typeof unansweredMessage)[number][0]

/** An invitation from its first link to its end. */
export interface DemoInvitation {
  readonly contact: SurveyContact
  readonly channel: Invitation['channel']
  readonly end: InvitationEnd
  readonly sentAt: string
  readonly answeredAt: string
  readonly expiresAt: string
}

/** Shares of the invitations that are sent, and not handed out as a link: few of those that are answered. */
const sentShare = { answered: 0.1, other: 0.35 } as const

/** When the patient answers, if at all. */
export const answeredAfter = (random: Random, { at }: SurveyContact): string =>
  later(at, 21 + 1500 * random.next() ** 2)

/** Plans an invitation; one that is still open was handed out as a link, so that a new demo sends no mail. */
export function demoInvitationOf(
  random: Random,
  contact: SurveyContact,
  answeredAt: string,
  isAnswered: boolean,
  now: string,
): DemoInvitation {
  const { survey, patient, at } = contact
  const isSent = random.isTrue(isAnswered ? sentShare.answered : sentShare.other)
  const isOpen = !isAnswered && daysAfter(at, survey.linkDays) > now
  const channel = !isSent || isOpen ? 'link' : patient.email && random.isTrue(0.7) ? 'email' : 'sms'
  const sentAt = channel === 'link' ? at : later(at, random.between(1, 6))
  const ends = channel === 'link' ? unanswered : unansweredMessage
  const end = isAnswered ? 'answered' : isOpen ? 'open' : random.weighted<InvitationEnd>(ends)
  return { contact, channel, end, sentAt, answeredAt, expiresAt: daysAfter(sentAt, survey.linkDays) }
}

/** The facts of a new invitation, as the product writes them. */
export function newInvitation({ channel, sentAt, expiresAt, contact }: DemoInvitation, site: Site) {
  if (channel !== 'link') return { status: 'queued', toSend: 'invitation', ...lookAgain(contact.at) }
  return {
    status: 'sent',
    sentAt,
    expiresAt,
    ...afterSending({ channel, sentAt, expiresAt }, contact.survey, site),
  }
}

/** When the patient of a sent invitation is reminded: after the days that the survey says, as long as it is open. */
export function remindersOf({ contact: { survey }, channel, end, sentAt, expiresAt }: DemoInvitation): string[] {
  if (channel === 'link' || end === 'answered' || end === 'undeliverable') return []
  const reminders = (survey.reminderDays ?? []).map((days) => daysAfter(sentAt, days))
  return reminders.filter((at) => at < (end === 'cancelled' ? later(sentAt, cancelledAfter) : expiresAt))
}

/** Minutes after which a patient asks not to be reminded any more. */
const cancelledAfter = 5 * 24 * 60

/** What becomes of an invitation by acts of the product, and by an officer who cancels it. */
export function invitationSteps(plan: DemoInvitation, site: Site, officer: Actor, responseId: string): DemoStep[] {
  const { contact, channel, end, sentAt, answeredAt, expiresAt } = plan
  const act = (at: string, action: string, changes: DemoStep['changes']): DemoStep => ({
    at,
    by: product,
    action,
    changes,
  })
  const over = { toSend: null, ...lookAgain(undefined) }
  if (end === 'undeliverable')
    return [act(givenUpAt(sentAt), 'give-up', { status: 'undeliverable', reason: 'MessageRejected', ...over })]
  const next = (values: Partial<Invitation>) => ({
    ...values,
    toSend: null,
    ...afterSending({ channel, sentAt, expiresAt, ...values }, contact.survey, site),
  })
  const steps = channel === 'link' ? [] : [act(sentAt, 'send', next({ status: 'sent', sentAt, expiresAt }))]
  for (const [index, at] of remindersOf(plan).entries()) {
    steps.push(act(at, 'remind', { toSend: 'reminder', ...lookAgain(at) }))
    steps.push(act(at, 'send', next({ remindedCount: index + 1 })))
  }
  if (end === 'answered') steps.push(act(answeredAt, 'answer', { status: 'answered', answeredAt, responseId, ...over }))
  if (end === 'cancelled') {
    const body = { reason: 'The patient asked not to be reminded.' }
    steps.push({ at: later(sentAt, cancelledAfter), by: officer, action: 'cancel', body })
  }
  if (end === 'expired') steps.push(act(later(expiresAt, 1), 'expire', { status: 'expired', ...over }))
  return steps
}
