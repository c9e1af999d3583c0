import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'

/** Sites and the people who work in the panel. */
export const handler = lambda('settings', { ...crud(Site), ...crud(User) })
