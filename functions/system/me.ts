import { operation } from '#functions/platform/http/operation.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import * as api from '#shared/api/system.ts'
import { isGlobal, permissionsOf } from '#shared/declaration/access.ts'
import { entities } from '#shared/entities/index.ts'
import { User } from '#shared/entities/user.ts'

/** Who I am and what I may do. */
export const me = operation(api.me, async ({ actor }) => {
  const { userId: id, name, roles, siteIds } = actor
  const user = (await getRecord(User, id))?.record
  return {
    body: {
      id,
      name,
      email: user?.email,
      language: user?.language,
      roles: [...roles],
      siteIds: [...siteIds],
      isGlobal: isGlobal(actor),
      permissions: permissionsOf(actor, entities),
    },
  }
})
