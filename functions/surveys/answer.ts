import type { Context } from '#functions/platform/http/context.ts'
import { derivedId } from '#functions/platform/records/derivedId.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { type AnyRecord, creationOf, recordAs } from '#shared/declaration/entity.ts'
import { fieldErrors, invalid, Problem } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { type Answers, Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'
import { lookAgain } from '#shared/rules/surveys/invitations.ts'
import { lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import type { SurveyLanguage } from '#shared/text/survey/index.ts'
import { dirtyStep } from './dirty.ts'
import { peppered } from './tokens.ts'

/** A filled-in questionnaire whose answers have been read by the rule. */
export interface Submission {
  readonly answers: Answers
  readonly comment?: string
  readonly language: SurveyLanguage
  readonly mode: 'web' | 'phone'
  /** Chosen by the sender, so that sending again is known as such. */
  readonly submissionId: string
}

/** Whether an invitation can be answered at an instant, and why not. */
export function standing(invitation: Partial<Invitation>, now: string): 'open' | 'answered' | 'expired' | 'unknown' {
  const { status, expiresAt } = invitation
  if (status === 'answered') return 'answered'
  if (status === 'cancelled' || status === undefined) return 'unknown'
  return status === 'expired' || (expiresAt !== undefined && expiresAt <= now) ? 'expired' : 'open'
}

/** Where the one response to an invitation stands; an anonymous one cannot be traced back without the pepper. */
export const responseIdOf = async (invitationId: string, survey: Survey): Promise<string> =>
  survey.anonymity === 'anonymous'
    ? derivedId(Response, await peppered(`response ${invitationId}`))
    : Response.prefix + invitationId.slice(invitationId.lastIndexOf('_'))

/** Whether the answers that an invitation has are the ones just sent again. */
export async function isSameSubmission(invitationId: string, survey: Survey, submissionId: string): Promise<boolean> {
  const response = await getRecord(await responseIdOf(invitationId, survey), { consistent: true })
  return response?.record.submissionId === submissionId
}

/**
 * Takes the answers to an invitation in one transaction: the invitation answered on its version, the response put
 * where only one can stand, the day's statistics noted. Says what was found instead when it is too late.
 */
export async function answerInvitation(
  context: Context,
  invitationId: string,
  survey: Survey,
  submission: Submission,
): Promise<'accepted' | 'answered' | 'expired' | 'unknown'> {
  const response = await responseIdOf(invitationId, survey)
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = await getRecord(invitationId, { consistent: true })
    const found = stored ? standing(recordAs(Invitation, stored.record), context.origin.at) : 'unknown'
    if (!stored || found === 'unknown') return 'unknown'
    if (found === 'answered')
      return (await isSameSubmission(invitationId, survey, submission.submissionId)) ? 'accepted' : 'answered'
    if (found === 'expired') return 'expired'
    try {
      await write(context, stored, survey, submission, response)
      return 'accepted'
    } catch (error) {
      // Somebody was faster: look again at what became of it.
      if (!(error instanceof Problem && (error.status === 412 || error.status === 404))) throw error
    }
  }
  throw new Problem(503, 'The survey is busy. Try again in a moment.', { retryAfter: 2 })
}

// Written without looking up references: they are the invitation's own, and this function may not read patients.
async function write(
  context: Context,
  stored: StoredRecord,
  survey: Survey,
  submission: Submission,
  responseId: string,
) {
  const { at: now } = context.origin
  const invitation = recordAs(Invitation, stored.record)
  const isAnonymous = survey.anonymity === 'anonymous'
  const { answers, comment, language, mode, submissionId } = submission
  const fields = {
    surveyId: survey.id,
    answers,
    language,
    mode,
    ...(comment && { comment }),
    ...(!isAnonymous && { invitationId: invitation.id }),
  }
  const parsed = creationOf(Response).safeParse(fields)
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  const { siteId, department, doctor, serviceOn, patientId, patientName } = invitation
  const lowScores = lowScoresOf(survey, answers).map(({ metricKey }) => metricKey)
  const response: AnyRecord = {
    id: responseId,
    version: 0,
    ...parsed.data,
    siteId,
    department,
    doctor,
    serviceOn,
    submittedAt: now,
    submissionId,
    lowScores,
    ...(!isAnonymous && { patientId, patientName }),
  }
  const answered: AnyRecord = {
    ...stored.record,
    status: 'answered',
    answeredAt: now,
    toSend: null,
    ...lookAgain(undefined),
    ...(!isAnonymous && { responseId }),
  }
  await save(
    context,
    [
      { entity: Invitation, before: stored, after: answered, action: 'answer' },
      { entity: Response, after: response, action: 'create' },
    ],
    serviceOn === undefined ? [] : [dirtyStep(survey.id, serviceOn, now)],
  )
}

/** The survey of an invitation, as its type; undefined when it is gone. */
export async function surveyOf(invitation: Partial<Invitation>): Promise<Survey | undefined> {
  const stored = await getRecord(invitation.surveyId ?? '')
  return stored && recordAs(Survey, stored.record)
}
