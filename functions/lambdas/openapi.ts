import { lambda } from '#functions/platform/http/lambda.ts'
import { openapi } from '#functions/system/openapi.ts'

/** The description of the API; a function of its own, for the others carry nothing that makes JSON schemas. */
export const handler = lambda('openapi', { openapi })
