import { product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { Response } from '#shared/entities/response.ts'
import type { Site } from '#shared/entities/site.ts'
import { lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import type { CaseHistory } from '../cases/caseHistory.ts'
import type { Chance } from '../chance.ts'
import type { Scene } from '../scene.ts'
import { codeOf, type SiteCode } from '../sites.ts'
import type { SurveyContact } from '../surveyContacts.ts'
import { languageOf, storyOf } from '../words/stories/index.ts'
import { opinionOf } from './opinions.ts'

/** Where the response to an invitation stands. */
export const responseIdOf = (invitationId: string): string =>
  Response.prefix + invitationId.slice(invitationId.lastIndexOf('_'))

/** What somebody answers to an invitation; the very unhappy tell in the last box what happened. */
export function responseTo(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  chance: Chance,
  { survey, patient, encounter, serviceOn }: SurveyContact,
  invitationId: string,
  now: string,
): Promise<Change> {
  const { siteId, department, doctor, coverageId } = encounter
  const language = languageOf(patient)
  const daysAgo = (Date.parse(scene.now) - Date.parse(serviceOn)) / 86_400_000
  const experience = { code: codeOf(sites, siteId), department, daysAgo, isInsured: coverageId !== undefined }
  const opinion = opinionOf(survey, chance, experience, language)
  const lowScores = lowScoresOf(survey, opinion.answers).map(({ metricKey }) => metricKey)
  const comment = lowScores.length > 0 ? storyOf(chance, language, department, 'complaint').told : opinion.comment
  const mode = chance.weighted([
    ['web', 93],
    ['phone', 5],
    ['paper', 2],
  ] as const)
  const about = { siteId, department, doctor, serviceOn, patientId: patient.id, patientName: patient.name }
  return scene.create(
    Response,
    { surveyId: survey.id, invitationId, answers: opinion.answers, language, mode, ...(comment && { comment }) },
    {
      at: now,
      facts: { ...about, submittedAt: now, submissionId: `demo-${invitationId.slice(-12)}`, lowScores },
      id: responseIdOf(invitationId),
    },
  )
}

/** Notes on each low score the case that it opened. */
export async function attach(scene: Scene, courses: readonly CaseHistory[]): Promise<void> {
  const opened = courses.flatMap(({ matter, stored }) =>
    matter.response ? [{ responseId: matter.response.id, at: matter.receivedAt, caseId: stored.record.id }] : [],
  )
  const responses = await getRecords(opened.map(({ responseId }) => responseId))
  const changes = responses.map(async (stored, index) => {
    const { caseId, at: now } = opened[index] ?? { caseId: '', at: scene.now }
    const context = scene.work(product, now)
    const change = await planned(context, Response, stored, { caseId }, 'attach', 'Low score')
    return change ? [{ ...change, doing: context.origin }] : []
  })
  await scene.write((await Promise.all(changes)).flat())
}
