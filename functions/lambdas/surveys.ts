import { serve } from '#functions/platform/routes/serve.ts'
import { answerByPhone } from '#functions/surveys/answerByPhone.ts'
import { invite } from '#functions/surveys/invite.ts'
import { newVersion } from '#functions/surveys/newVersion.ts'
import { surveyStatistics } from '#functions/surveys/statistics.ts'

/** Questionnaires, invitations, responses and their statistics. */
export const handler = serve('surveys', {
  'surveys.invite': invite,
  'surveys.new-version': newVersion,
  'invitations.answer-by-phone': answerByPhone,
  'survey-stats': surveyStatistics,
})
