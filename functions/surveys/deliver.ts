import { faultOf, type SendResult, sendMail, sendText } from '#functions/platform/aws/messages.ts'
import { type Context, referenced } from '#functions/platform/http/context.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/derivedId.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Message } from '#shared/entities/message.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { afterSending, daysAfter, isOpenInvitation, lookAgain, reachable } from '#shared/rules/surveys/invitations.ts'
import { type SurveyLanguage, surveyTexts } from '#shared/text/survey/index.ts'
import { type InvitationMail, invitationMail, invitationText } from './mail.ts'
import { linkOf, newToken, tokenStep } from './tokens.ts'

/** What became of a look at an invitation that has something to send. */
export type DeliveryResult = 'sent' | 'later' | 'failed' | 'nothing'

/** Sendings tried before an address counts as undeliverable; the pauses between them double from five minutes. */
const mostAttempts = 5
const pauseMinutes = 5

/** Minutes after which a sending that nobody finished is taken up by somebody else. */
const abandonedMinutes = 10

/** Everything a sending needs, read together. */
interface Delivery {
  readonly stored: StoredRecord
  readonly invitation: Invitation
  readonly survey: Survey
  readonly patient: Patient
  readonly site: Site
}

/**
 * Sends what waits of one invitation, if it is time. Told twice, or by two at once, it sends once: whoever writes the
 * attempt into the message's record sends, the others leave. Each sending makes a link of its own.
 */
export async function deliver(context: Context, invitationId: string): Promise<DeliveryResult> {
  const sending = await read(context, invitationId)
  if (!sending) return 'nothing'
  const { invitation, patient, site, survey } = sending
  const { at: now } = context.origin
  const opening = reachable(invitation.channel, site.timeZone, now)
  if (opening !== now) return change(context, sending, lookAgain(opening), 'wait', 'later')
  const to = invitation.channel === 'email' ? patient.email : patient.phone
  if (patient.contactConsent?.surveys?.status === 'refused')
    return giveUp(context, sending, 'cancelled', 'The patient does not wish to be asked.')
  if (!to) return giveUp(context, sending, 'undeliverable', 'The address is no longer known.')
  const messageId = derivedId(Message, invitation.id, invitation.toSend ?? '', String(invitation.remindedCount ?? 0))
  const before = await getRecord(messageId, { consistent: true })
  const earlier = before && recordAs(Message, before.record)
  if (earlier?.status === 'sent' || earlier?.status === 'captured')
    return finish(context, sending, messageId, undefined)
  if (earlier && isTooSoon(earlier, now)) return 'later'
  if ((earlier?.attempts ?? 0) >= mostAttempts)
    return giveUp(context, sending, 'undeliverable', earlier?.failure ?? 'Sending failed.')
  const token = newToken()
  const expiresAt = invitation.expiresAt ?? daysAfter(now, survey.linkDays)
  const attempt = await attemptOf(context, sending, before, messageId, to)
  if (!(await saveFirst(context, [attempt], [await tokenStep(token, invitation.id, expiresAt)]))) return 'later'
  const language = languageOf(invitation)
  const invited: InvitationMail = {
    kind: invitation.toSend ?? 'invitation',
    language,
    site,
    url: linkOf(token),
    expiresAt,
  }
  try {
    const sent =
      invitation.channel === 'email'
        ? await sendMail({ to, ...invitationMail(invited) })
        : await sendText({ to, ...invitationText(invited) })
    return await finish(context, sending, messageId, sent)
  } catch (error) {
    if (error instanceof Problem) throw error
    await update(context, messageId, { status: 'failed', failure: faultOf(error) }, 'fail')
    return 'failed'
  }
}

async function read(context: Context, id: string): Promise<Delivery | undefined> {
  const stored = await getRecord(id, { consistent: true })
  if (!stored) return undefined
  const invitation = recordAs(Invitation, stored.record)
  const { at: now } = context.origin
  if (!invitation.toSend || invitation.deletedAt !== undefined || !isOpenInvitation(invitation)) return undefined
  if ((invitation.nextAt ?? '') > now || (invitation.expiresAt ?? '~') <= now) return undefined
  const [survey, patient, site] = await Promise.all(
    [invitation.surveyId, invitation.patientId, invitation.siteId ?? ''].map((each) => referenced(context, each)),
  )
  if (!survey || !patient || !site) return undefined
  return {
    stored,
    invitation,
    survey: recordAs(Survey, survey.record),
    patient: recordAs(Patient, patient.record),
    site: recordAs(Site, site.record),
  }
}

function isTooSoon({ status, attempts = 0, attemptedAt = '' }: Message, now: string): boolean {
  const minutes = status === 'failed' ? pauseMinutes * 2 ** (attempts - 1) : abandonedMinutes
  return Date.parse(now) - Date.parse(attemptedAt) < minutes * 60_000
}

async function attemptOf(
  context: Context,
  { invitation }: Delivery,
  before: StoredRecord | undefined,
  id: string,
  to: string,
): Promise<Change> {
  const { at: now } = context.origin
  if (before) {
    const attempts = recordAs(Message, before.record).attempts ?? 0
    const again = { status: 'queued', attempts: attempts + 1, attemptedAt: now, to, failure: null }
    const change = await planned(context, Message, before, again, 'attempt')
    if (change) return change
    throw new Error('An attempt that changes nothing')
  }
  const { channel, siteId, patientId, toSend } = invitation
  const language = languageOf(invitation)
  const kind = toSend === 'reminder' ? 'survey-reminder' : 'survey-invitation'
  return planCreate(
    context,
    Message,
    { kind, channel, siteId, patientId, language },
    { id, facts: { attempts: 1, attemptedAt: now, to, aboutId: invitation.id }, isOwnOperation: true },
  )
}

const languageOf = ({ language }: Invitation): SurveyLanguage => (language && surveyTexts[language] ? language : 'en')

/** Marks the message as sent and moves the invitation on: sent, or reminded once more. */
async function finish(
  context: Context,
  sending: Delivery,
  messageId: string,
  sent: SendResult | undefined,
): Promise<DeliveryResult> {
  const { at: now } = context.origin
  if (sent) await update(context, messageId, { ...sent, sentAt: now }, sent.status)
  return change(context, sending, movedOn(sending, now), 'send', 'sent')
}

function movedOn({ invitation, survey, site }: Delivery, now: string) {
  const isReminder = invitation.toSend === 'reminder'
  const next = {
    ...invitation,
    ...(isReminder
      ? { remindedCount: (invitation.remindedCount ?? 0) + 1 }
      : { status: 'sent' as const, sentAt: now, expiresAt: daysAfter(now, survey.linkDays) }),
  }
  const { status, sentAt, expiresAt, remindedCount } = next
  return { status, sentAt, expiresAt, remindedCount, toSend: null, ...afterSending(next, survey, site.timeZone) }
}

async function giveUp(
  context: Context,
  sending: Delivery,
  status: 'undeliverable' | 'cancelled',
  reason: string,
): Promise<DeliveryResult> {
  // A reminder that cannot be sent ends nothing: the first link is out and still works.
  const changes =
    sending.invitation.toSend === 'reminder'
      ? movedOn(sending, context.origin.at)
      : { status, reason, toSend: null, ...lookAgain(undefined) }
  await change(context, sending, changes, 'give-up', 'nothing')
  return 'failed'
}

async function change(
  context: Context,
  { stored }: Delivery,
  changes: Readonly<Record<string, unknown>>,
  action: string,
  delivery: DeliveryResult,
): Promise<DeliveryResult> {
  const planning = await planned(context, Invitation, stored, changes, action)
  // Answered or cancelled meanwhile: that stands, and there is nothing left to send.
  if (planning) await saveFirst(context, [planning])
  return delivery
}

async function update(context: Context, id: string, changes: Readonly<Record<string, unknown>>, action: string) {
  const stored = await getRecord(id, { consistent: true })
  const planning = stored && (await planned(context, Message, stored, changes, action))
  if (planning) await save(context, [planning])
}
