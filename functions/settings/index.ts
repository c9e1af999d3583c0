import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'

/** Sites and the people who work in the panel. */
export const handler = lambda('settings', { ...crud(Site), ...crud(User) })
