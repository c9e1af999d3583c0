import type { Me } from '#admin/provider/contract.ts'
import { permissionsOf } from '#shared/declaration/access.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'

/** A signed-in person with some roles, as `/api/me` returns it. */
export function person(...roles: Role[]): Me {
  const actor = { userId: 'user_1', name: 'Huda', roles, siteIds: [] }
  return {
    id: 'user_1',
    name: 'Huda',
    email: 'huda@redress.test',
    roles,
    siteIds: [],
    isGlobal: false,
    permissions: permissionsOf(actor, entities),
  }
}
