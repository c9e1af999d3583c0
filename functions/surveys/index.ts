import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'
import { answerByPhone } from './answerByPhone.ts'
import { invite } from './invite.ts'
import { newVersion } from './newVersion.ts'
import { surveyStatistics } from './statistics.ts'

/** Questionnaires, who was asked, what they answered, and what it adds up to. */
export const handler = lambda('surveys', {
  ...crud(Survey),
  ...crud(Invitation),
  ...crud(Response),
  'surveys.invite': invite,
  'surveys.new-version': newVersion,
  'invitations.answer-by-phone': answerByPhone,
  'survey-stats': surveyStatistics,
})
