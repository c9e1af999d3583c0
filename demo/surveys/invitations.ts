import { derivedId } from '#functions/platform/records/ids.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { daysAfter, lookAgain } from '#shared/rules/surveys/invitations.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { Sites } from '../sites.ts'
import { languageOf } from '../words/stories/index.ts'
import type { SurveyContact } from './contacts.ts'
import { messageOf } from './messages.ts'
import { responseIdOf, responseTo } from './responses.ts'
import type { SurveyRecords } from './statistics.ts'

/** The final states of invitations without an answer, in percent. */
const unanswered = [
  ['expired', 76],
  ['undeliverable', 13],
  ['cancelled', 11],
] as const

/** States of invitations whose message still exists; the messages of the others were cleared. */
const statesWithMessage: readonly string[] = ['sent', 'started', 'undeliverable']

/** When a link is sent, reminded of and answered, and when it expires. */
function timesOf(random: Random, { survey, at }: SurveyContact) {
  const sentAt = later(at, random.between(1, 6))
  const remindedAt = later(sentAt, (survey.reminderDays?.[0] ?? 3) * 24 * 60)
  const isQuick = random.isTrue(0.65)
  const answeredAt = later(isQuick ? sentAt : remindedAt, 15 + 1500 * random.next() ** 2)
  return { sentAt, remindedAt, answeredAt, expiresAt: daysAfter(sentAt, survey.linkDays) }
}

/** The state of an invitation and the facts of that state. */
function stateOf(random: Random, times: ReturnType<typeof timesOf>, isAnswered: boolean, now: string) {
  const { sentAt, remindedAt, answeredAt, expiresAt } = times
  const isReminded = remindedAt < (isAnswered ? answeredAt : now)
  const sent = { sentAt, expiresAt, remindedCount: isReminded ? 1 : 0 }
  if (isAnswered) return { ...sent, status: 'answered', answeredAt }
  // Open invitations have had all reminders, so that a new demo sends no mail.
  if (expiresAt > now)
    return { ...sent, remindedCount: 2, status: random.isTrue(0.15) ? 'started' : 'sent', ...lookAgain(expiresAt) }
  const status = random.weighted(unanswered)
  if (status === 'undeliverable') return { status, sentAt, reason: 'The address does not exist.' }
  return { ...sent, status, ...(status === 'cancelled' && { reason: 'The patient asked not to be reminded.' }) }
}

/** Creates an invitation for each contact, their messages, and as many responses as `answers` says. */
export async function createInvitations(
  writer: DemoWriter,
  sites: Sites,
  random: Random,
  contacts: readonly SurveyContact[],
  answers: number,
): Promise<SurveyRecords> {
  const timed = contacts.map((contact) => ({ contact, times: timesOf(random, contact) }))
  const answerable = timed.filter(({ times }) => times.answeredAt < writer.now)
  const answering = new Set(random.shuffled(answerable).slice(0, answers))
  const invitations: Change[] = []
  const messages: Change[] = []
  const answered: { contact: SurveyContact; invitationId: string; at: string }[] = []
  for (const each of timed) {
    const { contact, times } = each
    const { survey, patient, encounter, at, serviceOn, isAboutVisit } = contact
    const isAnswered = answering.has(each)
    const id = derivedId(Invitation, survey.id, ...(isAboutVisit ? [encounter.id] : [patient.id, at.slice(0, 10)]))
    const { department, doctor, siteId } = encounter
    const facts = { siteId, department, doctor, serviceOn, ...stateOf(random, times, isAnswered, writer.now) }
    const channel = patient.email && random.isTrue(0.7) ? 'email' : 'sms'
    const about = { surveyId: survey.id, patientId: patient.id, ...(isAboutVisit && { encounterId: encounter.id }) }
    const body = { ...about, channel, language: languageOf(patient) }
    const change = await writer.create(Invitation, body, { at, facts, id })
    // The response does not exist before its invitation, so its id is set after the check of references.
    const responseId = isAnswered ? responseIdOf(id) : undefined
    invitations.push({ ...change, after: { ...change.after, responseId } })
    if (statesWithMessage.includes(String(change.after.status))) messages.push(await messageOf(writer, patient, change))
    if (isAnswered) answered.push({ contact, invitationId: id, at: times.answeredAt })
  }
  const written = await writer.writeAs(Invitation, invitations)
  await writer.write(messages)
  answered.sort((a, b) => (a.at < b.at ? -1 : 1))
  const changes = answered.map(({ contact, invitationId, at }) =>
    responseTo(writer, sites, random, contact, invitationId, at),
  )
  return { invitations: written, responses: await writer.writeAs(Response, await Promise.all(changes)) }
}
