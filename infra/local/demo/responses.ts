import type { Change } from '#functions/kit/store/commit.ts'
import { derivedId } from '#functions/kit/surveys/derivedId.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { Response } from '#shared/entities/response.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { lowScoresOf } from '#shared/rules/surveyAlerts.ts'
import { daysAfter, lookAgain } from '#shared/rules/surveyInvitations.ts'
import type { SurveyLanguage } from '#shared/text/survey/index.ts'
import type { Chance } from './chance.ts'
import type { Visit } from './encounters.ts'
import { opinionOf } from './opinions.ts'
import { later, type Scene } from './scene.ts'
import { codeOf, type SiteCode } from './sites.ts'
import type { Surveys } from './surveys.ts'

/** Somebody to be asked, and when. */
interface Asked extends Visit {
  readonly survey: Survey
  readonly at: string
}

/** What became of the invitations that nobody answered, in percent. */
const unanswered = [
  ['expired', 76],
  ['undeliverable', 13],
  ['cancelled', 11],
] as const

const childUntil = 18 * 365.25

const languageOf = ({ language }: Patient): SurveyLanguage =>
  language === 'ar' || language === 'zh' || language === 'it' || language === 'lv' ? language : 'en'

/** Whether a visit is asked about at all: an adult who may be asked and can be reached. */
function isEligible({ patient, encounter }: Visit): boolean {
  const { birthDate = '', contactConsent, email, phone } = patient
  const age = (Date.parse(encounter.serviceOn) - Date.parse(birthDate)) / 86_400_000
  return contactConsent?.surveys?.status !== 'refused' && Boolean(email ?? phone) && age > childUntil
}

function askedOf(scene: Scene, chance: Chance, visits: readonly Visit[], surveys: Surveys): Asked[] {
  return visits
    .filter(isEligible)
    .flatMap((visit): Asked[] => {
      const { careType, serviceOn, dischargedOn = serviceOn, coverageId } = visit.encounter
      if (careType === 'in' && !visit.encounter.dischargedOn) return []
      const at = later(`${dischargedOn}T07:00:00.000Z`, 24 * 60 + chance.between(0, 540))
      const about =
        careType === 'in' ? 'inpatient' : coverageId && chance.isTrue(0.2) ? 'insuranceApproval' : 'outpatient'
      return at < scene.now ? [{ ...visit, survey: surveys[about], at }] : []
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** When a link is sent, when it ends, and when it is answered if it is. */
function timesOf(chance: Chance, { survey, at }: Asked) {
  const sentAt = later(at, chance.between(1, 6))
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
  // Those still open have had their reminder, so that a new demo sends no mail of itself.
  if (expiresAt > now)
    return { ...sent, remindedCount: 1, status: chance.isTrue(0.15) ? 'started' : 'sent', ...lookAgain(expiresAt) }
  const status = chance.weighted(unanswered)
  if (status === 'undeliverable') return { status, sentAt, reason: 'The address does not exist.' }
  return { ...sent, status, ...(status === 'cancelled' && { reason: 'The patient asked not to be reminded.' }) }
}

/** Asks patients about their visits and records who answered what; returns the responses. */
export async function askPatients(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  visits: readonly Visit[],
  surveys: Surveys,
): Promise<Response[]> {
  const chance = scene.chance('responses')
  const asked = askedOf(scene, chance, visits, surveys).map((one) => ({ one, times: timesOf(chance, one) }))
  const able = asked.filter(({ times }) => times.answeredAt < scene.now)
  const wanted = new Set(chance.shuffled(able).slice(0, scene.count(1500)))
  const invitations: Change[] = []
  const answered: { one: Asked; invitationId: string; at: string }[] = []
  for (const each of asked) {
    const { survey, patient, encounter, at } = each.one
    const isAnswered = wanted.has(each)
    const id = derivedId(Invitation, survey.id, encounter.id)
    const { department, doctor, serviceOn, siteId } = encounter
    const facts = { siteId, department, doctor, serviceOn, ...fateOf(chance, each.times, isAnswered, scene.now) }
    const channel = patient.email && chance.isTrue(0.7) ? 'email' : 'sms'
    const about = { surveyId: survey.id, patientId: patient.id, encounterId: encounter.id }
    const change = await scene.create(
      Invitation,
      { ...about, channel, language: languageOf(patient) },
      { at, facts, id },
    )
    // The response does not exist before its invitation, so it is named past the check of references.
    const responseId = isAnswered ? responseIdOf(id) : undefined
    invitations.push({ ...change, after: { ...change.after, responseId } })
    if (isAnswered) answered.push({ one: each.one, invitationId: id, at: each.times.answeredAt })
  }
  await scene.write(invitations)
  answered.sort((a, b) => (a.at < b.at ? -1 : 1))
  const changes = answered.map(({ one, invitationId, at }) => responseTo(scene, sites, chance, one, invitationId, at))
  return scene.writeAs(Response, await Promise.all(changes))
}

const responseIdOf = (invitationId: string): string =>
  Response.prefix + invitationId.slice(invitationId.lastIndexOf('_'))

function responseTo(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  chance: Chance,
  { survey, patient, encounter }: Asked,
  invitationId: string,
  at: string,
): Promise<Change> {
  const { siteId, department, doctor, serviceOn, coverageId } = encounter
  const language = languageOf(patient)
  const daysAgo = (Date.parse(scene.now) - Date.parse(serviceOn)) / 86_400_000
  const experience = { code: codeOf(sites, siteId), department, daysAgo, isInsured: coverageId !== undefined }
  const { answers, comment } = opinionOf(survey, chance, experience, language)
  const mode = chance.weighted([
    ['web', 93],
    ['phone', 5],
    ['paper', 2],
  ] as const)
  const lowScores = lowScoresOf(survey, answers).map(({ metricKey }) => metricKey)
  const about = { siteId, department, doctor, serviceOn, patientId: patient.id, patientName: patient.name }
  return scene.create(
    Response,
    { surveyId: survey.id, invitationId, answers, language, mode, ...(comment && { comment }) },
    {
      at,
      facts: { ...about, submittedAt: at, submissionId: `demo-${invitationId.slice(-12)}`, lowScores },
      id: responseIdOf(invitationId),
    },
  )
}
