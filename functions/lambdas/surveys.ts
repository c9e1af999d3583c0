import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { answerByPhone } from '#functions/surveys/answerByPhone.ts'
import { invite } from '#functions/surveys/invite.ts'
import { newVersion } from '#functions/surveys/newVersion.ts'
import { surveyStatistics } from '#functions/surveys/statistics.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Survey } from '#shared/entities/survey.ts'

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
