import { idOf, type Operation } from '#functions/platform/http/operation.ts'
import { load, recordReply } from '#functions/platform/records/load.ts'
import { bodyOf, recordAs } from '#shared/declaration/entity.ts'
import { conflict, fieldErrors, invalid } from '#shared/declaration/problem.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { type AnswerMistake, readAnswers } from '#shared/rules/surveys/answers.ts'
import { surveyTexts } from '#shared/text/survey/index.ts'
import { answerInvitation, surveyOf } from './answer.ts'

const refusals = {
  answered: { rule: 'ALREADY_ANSWERED', message: 'This survey has been answered already.' },
  expired: { rule: 'EXPIRED', message: 'The time for this survey is over.' },
  unknown: { rule: 'CANCELLED', message: 'The invitation was cancelled.' },
} as const

/** Takes the answers a patient gives on the phone, by the same rules and with the same effects as the page. */
export const answerByPhone: Operation = async (request) => {
  const action = Invitation.actions['answer-by-phone']
  if (!action) throw new Error('The action is not declared')
  const parsed = bodyOf(action).safeParse(request.body ?? {})
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  const { answers: given, comment, language } = parsed.data as PhoneAnswer
  const stored = await load(request.context, Invitation, idOf(request), { consistent: true })
  const survey = await surveyOf(recordAs(Invitation, stored.record))
  if (!survey) throw conflict('NO_SURVEY', 'The survey is no longer there.')
  const lists = Object.fromEntries(Object.entries(given).map(([qid, value]) => [qid, [value].flat()]))
  const { answers, mistakes } = readAnswers(survey.questions, lists)
  const errors = Object.entries(mistakes).map(([qid, mistake]) => [`answers.${qid}`, wordsOf(mistake)] as const)
  if (errors.length > 0) throw invalid(Object.fromEntries(errors))
  const submissionId = request.headers['idempotency-key']?.slice(0, 60) ?? request.context.origin.requestId
  const submission = { answers, comment, language, mode: 'phone', submissionId } as const
  const outcome = await answerInvitation(request.context, stored.record.id, survey, submission)
  if (outcome !== 'accepted') throw conflict(refusals[outcome].rule, refusals[outcome].message)
  return recordReply(
    request,
    Invitation,
    await load(request.context, Invitation, stored.record.id, { consistent: true }),
  )
}

type PhoneAnswer = Pick<Parameters<typeof answerInvitation>[3], 'answers' | 'comment' | 'language'>

const wordsOf = (mistake: AnswerMistake): string => surveyTexts.en.mistakes[mistake]
