import type { Operation } from '#functions/platform/http/operation.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { isGlobal, permissionsOf } from '#shared/declaration/access.ts'
import { entities } from '#shared/entities/index.ts'
import type { User } from '#shared/entities/user.ts'

/** Who I am and what I may do. */
export const me: Operation = async ({ actor }) => {
  const user: Partial<User> | undefined = (await getRecord(actor.userId))?.record
  return {
    body: {
      id: actor.userId,
      name: actor.name,
      email: user?.email,
      language: user?.language,
      roles: actor.roles,
      siteIds: actor.siteIds,
      isGlobal: isGlobal(actor),
      permissions: permissionsOf(actor, entities),
    },
  }
}
