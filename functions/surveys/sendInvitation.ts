import { faultOf, type SendResult, sendMail, sendText } from '#functions/platform/aws/messages.ts'
import { type Context, contextFor, product, referenced } from '#functions/platform/http/context.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Message } from '#shared/entities/message.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { afterSending, daysAfter, isOpenInvitation, lookAgain, reachable } from '#shared/rules/surveys/invitations.ts'
import { spokenLanguage } from '#shared/text/languages.ts'
import { type InvitationMail, invitationMail, invitationText } from './mail.ts'
import { linkOf, newToken, tokenStep } from './tokens.ts'

/** What became of a look at an invitation that has something to send. */
export type DeliveryResult = 'sent' | 'later' | 'failed' | 'nothing'

/** Sendings tried before an address counts as undeliverable; the pauses between them double from five minutes. */
const attemptLimit = 5
const pauseMinutes = 5

/** Minutes after which a sending that did not end may be taken up by another worker. */
const abandonedMinutes = 10

/** An invitation with something to send, and the records that the message needs. */
interface Delivery {
  readonly stored: StoredRecord<Invitation>
  readonly invitation: Invitation
  readonly survey: Survey
  readonly patient: Patient
  readonly site: Site
}

/** Sends the link of a new invitation, or a reminder, at once if it is time; the tick sends the rest. */
export async function sendInvitation({ id, eventId }: Event): Promise<void> {
  await deliver(contextFor(product, 'event', new Date().toISOString(), eventId), id)
}

/**
 * Sends what waits of one invitation, if it is time. However often and by however many workers it is called, it sends
 * once: only the one that writes the attempt into the message's record sends. Each sending makes a link of its own.
 */
export async function deliver(context: Context, invitationId: string): Promise<DeliveryResult> {
  const delivery = await readDelivery(context, invitationId)
  if (!delivery) return 'nothing'
  const { invitation, patient, site, survey } = delivery
  const { at: now } = context.origin
  const opening = reachable(invitation.channel, site, now)
  if (opening !== now) {
    await updateInvitation(context, delivery, lookAgain(opening), 'wait')
    return 'later'
  }
  const to = invitation.channel === 'email' ? patient.email : patient.phone
  if (patient.mergedIntoId !== undefined)
    return giveUp(context, delivery, 'cancelled', 'This record of the patient was merged into another one.')
  if (patient.contactConsent?.surveys?.status === 'refused')
    return giveUp(context, delivery, 'cancelled', 'The patient does not wish to be asked.')
  if (!to) return giveUp(context, delivery, 'undeliverable', 'The address is no longer known.')
  const messageId = derivedId(Message, invitation.id, invitation.toSend ?? '', String(invitation.remindedCount ?? 0))
  const before = await getRecord(Message, messageId, { consistent: true })
  const { status, attempts = 0, failure = 'Sending failed.' } = before?.record ?? {}
  if (status === 'sent' || status === 'captured') return finish(context, delivery, messageId)
  if (before && isTooSoon(before.record, now)) return 'later'
  if (attempts >= attemptLimit) return giveUp(context, delivery, 'undeliverable', failure)
  const token = newToken()
  const expiresAt = invitation.expiresAt ?? daysAfter(now, survey.linkDays)
  const attempt = await attemptOf(context, invitation, before, messageId, to)
  if (!(await saveFirst(context, [attempt], [await tokenStep(token, invitation.id, expiresAt)]))) return 'later'
  try {
    const result = await sendLink(delivery, to, linkOf(token), expiresAt)
    return await finish(context, delivery, messageId, result)
  } catch (error) {
    if (error instanceof Problem) throw error
    await updateMessage(context, messageId, { status: 'failed', failure: faultOf(error) }, 'fail')
    return 'failed'
  }
}

async function readDelivery(context: Context, id: string): Promise<Delivery | undefined> {
  const stored = await getRecord(Invitation, id, { consistent: true })
  if (!stored) return undefined
  const { record: invitation } = stored
  const { at: now } = context.origin
  if (!invitation.toSend || invitation.deletedAt !== undefined || !isOpenInvitation(invitation)) return undefined
  if ((invitation.nextAt ?? '') > now || (invitation.expiresAt ?? '~') <= now) return undefined
  const [survey, patient, site] = await Promise.all([
    referenced(context, Survey, invitation.surveyId),
    referenced(context, Patient, invitation.patientId),
    referenced(context, Site, invitation.siteId ?? ''),
  ])
  if (!survey || !patient || !site) return undefined
  return { stored, invitation, survey: survey.record, patient: patient.record, site: site.record }
}

function isTooSoon({ status, attempts = 0, attemptedAt = '' }: Message, now: string): boolean {
  const minutes = status === 'failed' ? pauseMinutes * 2 ** (attempts - 1) : abandonedMinutes
  return Date.parse(now) - Date.parse(attemptedAt) < minutes * 60_000
}

async function attemptOf(
  context: Context,
  invitation: Invitation,
  before: StoredRecord<Message> | undefined,
  id: string,
  to: string,
): Promise<Change> {
  const { at: attemptedAt } = context.origin
  if (before) {
    const attempts = (before.record.attempts ?? 0) + 1
    const changes = { status: 'queued', attempts, attemptedAt, to, failure: null }
    const change = await planned(context, Message, before, changes, 'attempt')
    if (change) return change
    throw new Error('An attempt that changes nothing')
  }
  const { channel, siteId, patientId, toSend } = invitation
  const kind = toSend === 'reminder' ? 'survey-reminder' : 'survey-invitation'
  return planCreate(
    context,
    Message,
    { kind, channel, siteId, patientId, language: spokenLanguage(invitation.language) },
    { id, facts: { attempts: 1, attemptedAt, to, aboutId: invitation.id }, isOwnOperation: true },
  )
}

function sendLink({ invitation, site }: Delivery, to: string, url: string, expiresAt: string): Promise<SendResult> {
  const kind = invitation.toSend ?? 'invitation'
  const mail: InvitationMail = { kind, language: spokenLanguage(invitation.language), site, url, expiresAt }
  return invitation.channel === 'email'
    ? sendMail({ to, ...invitationMail(mail) })
    : sendText({ to, ...invitationText(mail) })
}

/** Records that the message is sent, and what follows for the invitation: sent, or reminded once more. */
async function finish(
  context: Context,
  delivery: Delivery,
  messageId: string,
  result?: SendResult,
): Promise<DeliveryResult> {
  const { at: sentAt } = context.origin
  if (result) await updateMessage(context, messageId, { ...result, sentAt }, result.status)
  await updateInvitation(context, delivery, changesAfter(delivery, sentAt), 'send')
  return 'sent'
}

function changesAfter({ invitation, survey, site }: Delivery, now: string) {
  const isReminder = invitation.toSend === 'reminder'
  const next = {
    ...invitation,
    ...(isReminder
      ? { remindedCount: (invitation.remindedCount ?? 0) + 1 }
      : { status: 'sent' as const, sentAt: now, expiresAt: daysAfter(now, survey.linkDays) }),
  }
  const { status, sentAt, expiresAt, remindedCount } = next
  return { status, sentAt, expiresAt, remindedCount, toSend: null, ...afterSending(next, survey, site) }
}

async function giveUp(
  context: Context,
  delivery: Delivery,
  status: 'undeliverable' | 'cancelled',
  reason: string,
): Promise<DeliveryResult> {
  // A reminder that cannot be sent ends nothing: the first link is out and still works.
  const changes =
    delivery.invitation.toSend === 'reminder'
      ? changesAfter(delivery, context.origin.at)
      : { status, reason, toSend: null, ...lookAgain(undefined) }
  await updateInvitation(context, delivery, changes, 'give-up')
  return 'failed'
}

// An invitation that was answered or cancelled meanwhile stays so, and there is nothing left to send.
async function updateInvitation(context: Context, { stored }: Delivery, changes: RecordValues, action: string) {
  const change = await planned(context, Invitation, stored, changes, action)
  if (change) await saveFirst(context, [change])
}

async function updateMessage(context: Context, id: string, changes: RecordValues, action: string) {
  const stored = await getRecord(Message, id, { consistent: true })
  const change = stored && (await planned(context, Message, stored, changes, action))
  if (change) await save(context, [change])
}
