import { later } from '#functions/platform/http/operation.ts'
import { serve } from '#functions/platform/routes/serve.ts'

/** Questionnaires, invitations, responses and their statistics. */
export const handler = serve('surveys', {
  'surveys.invite': later(async () => (await import('#functions/surveys/invite.ts')).invite),
  'surveys.new-version': later(async () => (await import('#functions/surveys/newVersion.ts')).newVersion),
  'invitations.answer-by-phone': later(async () => (await import('#functions/surveys/answerByPhone.ts')).answerByPhone),
  'survey-stats': later(async () => (await import('#functions/surveys/statistics.ts')).surveyStatistics),
})
