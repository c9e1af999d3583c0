import { idOf, operation } from '#functions/platform/http/operation.ts'
import { load, recordReply } from '#functions/platform/records/load.ts'
import * as api from '#shared/api/surveys.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { type RefusalId, refuse } from '#shared/refusals.ts'
import { type AnswerMistake, readAnswers } from '#shared/rules/surveys/answers.ts'
import { storeAnswer, surveyOf } from './storeAnswer.ts'

const mistakeRefusals = {
  required: 'ANSWER_REQUIRED',
  empty: 'ANSWER_EMPTY',
  unknown: 'ANSWER_UNKNOWN',
  onlyOne: 'ANSWER_ONE',
  tooLong: 'ANSWER_LONG',
} as const satisfies Readonly<Record<AnswerMistake, RefusalId>>

const lateRefusals = { answered: 'ALREADY_ANSWERED', expired: 'EXPIRED', unknown: 'CANCELLED' } as const

/** Stores the answers a patient gives on the phone, by the same rules and with the same effects as the page. */
export const answerByPhone = operation(api.answerByPhone, async (request, body) => {
  const { context, headers } = request
  const { comment, language } = body
  const { record } = await load(context, Invitation, idOf(request), { consistent: true })
  const survey = await surveyOf(record)
  if (!survey) throw problem('NO_SURVEY')
  const lists = Object.fromEntries(Object.entries(body.answers).map(([qid, value]) => [qid, [value].flat()]))
  const { answers, mistakes } = readAnswers(survey.questions, lists)
  const issues = Object.entries(mistakes).map(([qid, mistake]) => [`answers.${qid}`, refuse(mistakeRefusals[mistake])])
  if (issues.length > 0) throw invalid(Object.fromEntries(issues))
  const submissionId = headers['idempotency-key']?.slice(0, 60) ?? context.origin.requestId
  const outcome = await storeAnswer(context, record.id, survey, {
    answers,
    comment,
    language,
    mode: 'phone',
    submissionId,
  })
  if (outcome !== 'accepted') throw problem(lateRefusals[outcome])
  return recordReply(request, Invitation, await load(context, Invitation, record.id, { consistent: true }))
})
