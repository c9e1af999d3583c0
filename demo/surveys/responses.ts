import type { Change } from '#functions/platform/store/commit.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { Response } from '#shared/entities/response.ts'
import { lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import type { DemoCase } from '../cases/cases.ts'
import type { DemoWriter } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { languageOf, storyOf } from '../words/stories/index.ts'
import type { SurveyContact } from './contacts.ts'
import { opinionOf } from './opinions.ts'

/** The id of the response to an invitation. */
export const responseIdOf = (invitationId: string): string =>
  Response.prefix + invitationId.slice(invitationId.lastIndexOf('_'))

/** The response to an invitation; a patient with a low score writes a story into the comment. */
export function responseTo(
  writer: DemoWriter,
  sites: Sites,
  random: Random,
  { survey, patient, encounter, serviceOn }: SurveyContact,
  invitationId: string,
  submittedAt: string,
): Promise<Change> {
  const { siteId, department, doctor, coverageId } = encounter
  const language = languageOf(patient)
  const daysAgo = (Date.parse(writer.now) - Date.parse(serviceOn)) / 86_400_000
  const experience = { code: siteCodeOf(sites, siteId), department, daysAgo, isInsured: coverageId !== undefined }
  const opinion = opinionOf(survey, random, experience, language)
  const lowScores = lowScoresOf(survey, opinion.answers).map(({ metricKey }) => metricKey)
  const comment = lowScores.length > 0 ? storyOf(random, language, department, 'complaint').text : opinion.comment
  const mode = random.weighted([
    ['web', 93],
    ['phone', 5],
    ['paper', 2],
  ] as const)
  const about = { siteId, department, doctor, serviceOn, patientId: patient.id, patientName: patient.name }
  return writer.create(
    Response,
    { surveyId: survey.id, invitationId, answers: opinion.answers, language, mode, ...(comment && { comment }) },
    {
      at: submittedAt,
      facts: { ...about, submittedAt, submissionId: `demo-${invitationId.slice(-12)}`, lowScores },
      id: responseIdOf(invitationId),
    },
  )
}

/** Notes on each response with a low score the case that it opened. */
export async function linkCases(writer: DemoWriter, cases: readonly DemoCase[]): Promise<void> {
  const opened = cases.flatMap(({ intake: { response, receivedAt: at }, stored }) =>
    response ? [{ responseId: response.id, at, caseId: stored.record.id }] : [],
  )
  const responses = await getRecords(
    Response,
    opened.map(({ responseId }) => responseId),
  )
  const changes = responses.map((stored, index) => {
    const { caseId, at } = opened[index] ?? { caseId: '', at: writer.now }
    return writer.update(Response, stored, { caseId }, 'attach', { at, reason: 'Low score' })
  })
  await writer.write((await Promise.all(changes)).flat())
}
