import type { Me } from '#admin/provider/contract.ts'
import { permissionsOf } from '#shared/declaration/access.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'

/** Somebody signed in with some roles, as `/api/me` answers. */
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
