import { inputsOf } from '#admin/entity/declaredFields.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { bulkStepsOf, type Entity } from '#shared/declaration/entity.ts'

/** Whether a person may change many records of a list at once, by a field or by a step. */
export const mayChangeMany = (entity: Entity, me: Me): boolean =>
  (holds(me, entity.resource, 'update') && inputsOf(entity, me).some(({ isEditable }) => isEditable)) ||
  bulkStepsOf(entity).some((action) => holds(me, entity.resource, action))
