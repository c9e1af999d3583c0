import { lambda } from '../kit/lambda.ts'
import { show } from './show.ts'
import { submit } from './submit.ts'

/** The public page behind a survey link. */
export const handler = lambda('survey-page', { show, submit })
