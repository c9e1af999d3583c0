import type { Context } from '#functions/platform/http/context.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { isConflict, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { dirtyDayStep } from '#functions/platform/store/items/surveyItems.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { type AnyRecord, creationOf } from '#shared/declaration/entity.ts'
import { checked } from '#shared/declaration/issues.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { type Answers, Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'
import { refuse } from '#shared/refusals.ts'
import { lookAgain } from '#shared/rules/surveys/invitations.ts'
import { lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import type { Language } from '#shared/text/languages.ts'
import { keyedHash } from './tokens.ts'

/** A filled-in questionnaire whose answers the rule has read. */
export interface Submission {
  readonly answers: Answers
  readonly comment?: string
  readonly language: Language
  readonly mode: 'web' | 'phone'
  /** Chosen by the sender; the same one again is a repetition. */
  readonly submissionId: string
}

/** Whether an invitation can be answered, and why not; `unknown` for a cancelled one too. */
export type LinkState = 'open' | 'answered' | 'expired' | 'unknown'

/** The state of an invitation's links at an instant. */
export function linkState({ status, expiresAt }: Partial<Invitation>, now: string): LinkState {
  if (status === 'answered') return 'answered'
  if (status === 'cancelled' || status === undefined) return 'unknown'
  return status === 'expired' || (expiresAt !== undefined && expiresAt <= now) ? 'expired' : 'open'
}

/** Id of the one response to an invitation; an anonymous one cannot be traced back without the pepper. */
const responseIdOf = async (invitationId: string, survey: Survey): Promise<string> =>
  survey.anonymity === 'anonymous'
    ? derivedId(Response, await keyedHash(`response ${invitationId}`))
    : Response.prefix + invitationId.slice(invitationId.lastIndexOf('_'))

/** Whether the answers that an invitation has are the ones that were just sent. */
export async function isSameSubmission(invitationId: string, survey: Survey, submissionId: string): Promise<boolean> {
  const response = await getRecord(Response, await responseIdOf(invitationId, survey), { consistent: true })
  return response?.record.submissionId === submissionId
}

/** How often an invitation is read when somebody else writes it meanwhile. */
const attempts = 5

/**
 * Stores the answers to an invitation in one transaction: the invitation answered on its version, the response under
 * its one id, the statistics of the day requested. Says in which state the link was instead when it is too late.
 */
export async function storeAnswer(
  context: Context,
  invitationId: string,
  survey: Survey,
  submission: Submission,
): Promise<'accepted' | Exclude<LinkState, 'open'>> {
  const responseId = await responseIdOf(invitationId, survey)
  const store = async () => {
    const stored = await getRecord(Invitation, invitationId, { consistent: true })
    const state = stored ? linkState(stored.record, context.origin.at) : 'unknown'
    if (state === 'answered' && (await isSameSubmission(invitationId, survey, submission.submissionId)))
      return 'accepted'
    // A link has an end, and a call that was planned because nobody used it comes after that.
    const isByPhone = state === 'expired' && submission.mode === 'phone'
    if (!stored || !(state === 'open' || isByPhone)) return state === 'open' ? 'unknown' : state
    await write(context, stored, survey, submission, responseId)
    return 'accepted'
  }
  const isTooLate = (error: unknown) =>
    isConflict(error) || (error instanceof Problem && error.refusal.rule === 'NOT_FOUND')
  return retryOnConflict(store, { attempts, busy: refuse('SURVEY_BUSY'), isConflict: isTooLate })
}

// Written without looking up references: they are the invitation's own, and this function may not read patients.
async function write(
  context: Context,
  stored: StoredRecord<Invitation>,
  survey: Survey,
  { answers, comment, language, mode, submissionId }: Submission,
  responseId: string,
): Promise<void> {
  const { at: now } = context.origin
  const { id: invitationId, siteId, department, doctor, serviceOn, patientId, patientName } = stored.record
  const isAnonymous = survey.anonymity === 'anonymous'
  const fields = {
    surveyId: survey.id,
    answers,
    language,
    mode,
    ...(comment && { comment }),
    ...(!isAnonymous && { invitationId }),
  }
  const response: AnyRecord = {
    id: responseId,
    version: 0,
    ...checked(creationOf(Response), fields),
    siteId,
    department,
    doctor,
    serviceOn,
    submittedAt: now,
    submissionId,
    lowScores: lowScoresOf(survey, answers).map(({ metricKey }) => metricKey),
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
    serviceOn === undefined ? [] : [dirtyDayStep(survey.id, serviceOn, now)],
  )
}

/** The survey of an invitation or a response; undefined when it is gone. */
export const surveyOf = async ({ surveyId = '' }: Partial<Invitation>): Promise<Survey | undefined> =>
  (await getRecord(Survey, surveyId))?.record
