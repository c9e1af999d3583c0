import { derivedId } from '#functions/platform/records/derivedId.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import type { Site } from '#shared/entities/site.ts'
import { daysAfter, lookAgain } from '#shared/rules/surveys/invitations.ts'
import type { Chance } from '../chance.ts'
import { later, type Scene } from '../scene.ts'
import type { SiteCode } from '../sites.ts'
import type { SurveyContact } from '../surveyContacts.ts'
import { languageOf } from '../words/stories/index.ts'
import { messageOf } from './messages.ts'
import { responseIdOf, responseTo } from './responses.ts'
import type { SurveyRecords } from './statistics.ts'

/** What became of the invitations that nobody answered, in percent. */
const unanswered = [
  ['expired', 76],
  ['undeliverable', 13],
  ['cancelled', 11],
] as const

/** States of invitations whose message is still kept; the others' have been cleared away. */
const kept: readonly string[] = ['sent', 'started', 'undeliverable']

/** When a link is sent, when it ends, and when it is answered if it is. */
function timesOf(chance: Chance, { survey, at: now }: SurveyContact) {
  const sentAt = later(now, chance.between(1, 6))
  const remindedAt = later(sentAt, (survey.reminderDays?.[0] ?? 3) * 24 * 60)
  const isQuick = chance.isTrue(0.65)
  const answeredAt = later(isQuick ? sentAt : remindedAt, 15 + 1500 * chance.next() ** 2)
  return { sentAt, remindedAt, answeredAt, expiresAt: daysAfter(sentAt, survey.linkDays) }
}

/** What is known of somebody's invitation, by what became of it. */
function fateOf(chance: Chance, times: ReturnType<typeof timesOf>, isAnswered: boolean, now: string) {
  const { sentAt, remindedAt, answeredAt, expiresAt } = times
  const isReminded = remindedAt < (isAnswered ? answeredAt : now)
  const sent = { sentAt, expiresAt, remindedCount: isReminded ? 1 : 0 }
  if (isAnswered) return { ...sent, status: 'answered', answeredAt }
  // Those still open are past their reminders, so that a new demo sends no mail of itself.
  if (expiresAt > now)
    return { ...sent, remindedCount: 2, status: chance.isTrue(0.15) ? 'started' : 'sent', ...lookAgain(expiresAt) }
  const status = chance.weighted(unanswered)
  if (status === 'undeliverable') return { status, sentAt, reason: 'The address does not exist.' }
  return { ...sent, status, ...(status === 'cancelled' && { reason: 'The patient asked not to be reminded.' }) }
}

/** Asks everybody and records who answered what, as many as are wanted; returns both. */
export async function ask(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  chance: Chance,
  asked: readonly SurveyContact[],
  answers: number,
): Promise<SurveyRecords> {
  const timed = asked.map((one) => ({ one, times: timesOf(chance, one) }))
  const able = timed.filter(({ times }) => times.answeredAt < scene.now)
  const wanted = new Set(chance.shuffled(able).slice(0, answers))
  const invitations: Change[] = []
  const messages: Change[] = []
  const answered: { one: SurveyContact; invitationId: string; at: string }[] = []
  for (const each of timed) {
    const { survey, patient, encounter, at: now, serviceOn, isAboutVisit } = each.one
    const isAnswered = wanted.has(each)
    const id = derivedId(Invitation, survey.id, ...(isAboutVisit ? [encounter.id] : [patient.id, now.slice(0, 10)]))
    const { department, doctor, siteId } = encounter
    const facts = { siteId, department, doctor, serviceOn, ...fateOf(chance, each.times, isAnswered, scene.now) }
    const channel = patient.email && chance.isTrue(0.7) ? 'email' : 'sms'
    const about = { surveyId: survey.id, patientId: patient.id, ...(isAboutVisit && { encounterId: encounter.id }) }
    const body = { ...about, channel, language: languageOf(patient) }
    const change = await scene.create(Invitation, body, { at: now, facts, id })
    // The response does not exist before its invitation, so it is named past the check of references.
    const responseId = isAnswered ? responseIdOf(id) : undefined
    invitations.push({ ...change, after: { ...change.after, responseId } })
    if (kept.includes(String(change.after.status))) messages.push(await messageOf(scene, patient, change))
    if (isAnswered) answered.push({ one: each.one, invitationId: id, at: each.times.answeredAt })
  }
  const written = await scene.writeAs(Invitation, invitations)
  await scene.write(messages)
  answered.sort((a, b) => (a.at < b.at ? -1 : 1))
  const changes = answered.map(({ one, invitationId, at: now }) =>
    responseTo(scene, sites, chance, one, invitationId, now),
  )
  return { invitations: written, responses: await scene.writeAs(Response, await Promise.all(changes)) }
}
