import { lambda } from '#functions/platform/http/lambda.ts'
import { show } from '#functions/surveys/page/show.ts'
import { submit } from '#functions/surveys/page/submit.ts'

/** The public page behind a survey link. */
export const handler = lambda('survey-page', { show, submit })
