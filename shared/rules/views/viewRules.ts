import { type Actor, holdsAny } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { leads, type Role } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'
import type { View } from '#shared/entities/view.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { isOfAnother } from '#shared/rules/preferences/preferenceRules.ts'
import { namingConditions } from './keptFilter.ts'

/** Those who share views with any role, and say with which one a list opens for a role. */
const arrangers: readonly Role[] = [...leads, 'admin']

/** Whether the actor says with which view a list opens. */
export const setsDefaults = (actor: Actor): boolean => holdsAny(actor, arrangers)

/** Whether the actor may share views with a role: with those that they have; leads and administrators with any. */
export const sharesWith = (actor: Actor, role: Role): boolean => holdsAny(actor, [role, ...arrangers])

/** Why the actor may not change or delete a view as it is, or undefined: its maker may, and of a shared one an administrator. */
export function viewRefusal(view: Partial<View>, actor: Actor): Refusal | undefined {
  const isKept = view.sharedWith !== undefined && holdsAny(actor, ['admin'])
  return isKept || !isOfAnother(actor, view) ? undefined : refuse('VIEW_OWN')
}

function refusalOf(after: Partial<View>, before: Partial<View> | undefined, actor: Actor): Refusal | undefined {
  const refusal = viewRefusal(before ?? after, actor)
  if (refusal) return refusal
  if (namesPerson(after)) return refuse('VIEW_PERSON')
  const [sharedWith, defaultFor] = [after.sharedWith ?? undefined, after.defaultFor ?? undefined]
  if (sharedWith && sharedWith !== before?.sharedWith && !sharesWith(actor, sharedWith)) return refuse('VIEW_ROLE')
  if (defaultFor && defaultFor !== sharedWith) return refuse('VIEW_DEFAULT_SHARED')
  return defaultFor !== before?.defaultFor && !setsDefaults(actor) ? refuse('VIEW_DEFAULT_ROLE') : undefined
}

/** Whether the filter of a view may name a person. */
function namesPerson({ list, definition }: Partial<View>): boolean {
  const entity = entities.find(({ resource }) => resource === list)
  const { filter } = (definition ?? {}) as { readonly filter?: unknown }
  return entity !== undefined && typeof filter === 'object' && filter !== null
    ? namingConditions(entity, { ...filter }).length > 0
    : false
}

const asView = (record: AnyRecord): Partial<View> => record

/** What is decided about views: who made one, who changes it, with whom it is shared, and for whom it opens. */
export const viewRules: Rules = {
  derivation: {
    derive: (view, _links, _now, actor) => ({ userId: view.userId ?? actor.userId }),
    check: (after, before, actor) => refusalOf(asView(after), before && asView(before), actor),
  },
  deletion: (view, actor) => viewRefusal(asView(view), actor),
  restoration: (view, actor) => viewRefusal(asView(view), actor),
  actions: {},
}
