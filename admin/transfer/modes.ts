import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'

/** How this person may import into a list; empty for people who may neither add nor change its records. */
export function modesFor(entity: Entity, me: Me): ImportBody['mode'][] {
  const mayInsert = holds(me, entity.resource, 'create')
  const mayUpdate = holds(me, entity.resource, 'update') && !entity.isAppendOnly
  return [
    ...(mayInsert && mayUpdate ? (['upsert'] as const) : []),
    ...(mayInsert ? (['insert'] as const) : []),
    ...(mayUpdate ? (['update'] as const) : []),
  ]
}
