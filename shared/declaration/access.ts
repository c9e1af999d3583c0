import type { AnyRecord, Entity } from './entity.ts'
import { allFields } from './entity.ts'
import type { Field } from './field.ts'
import { globalRoles, type Role } from './roles.ts'

/** Who acts: a signed-in person, or the product itself. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly siteIds: readonly string[]
}

/** What a right is called in `/api/me`: `cases.read`, `cases.acknowledge`. */
export type Permission = `${string}.${string}`

/** Whether two lists of roles share one. */
export const holdsAny = (actor: Actor, allow: readonly Role[]): boolean =>
  actor.roles.some((role) => allow.includes(role))

/** Whether the actor sees every site. */
export const isGlobal = (actor: Actor): boolean => holdsAny(actor, globalRoles)

/** Roles that hold a right on an entity: the four of its access, or an action's; undefined for an unknown right. */
export function rolesFor(entity: Entity, right: string): readonly Role[] | undefined {
  if (right === 'read' || right === 'create' || right === 'update' || right === 'delete') return entity.access[right]
  return Object.hasOwn(entity.actions, right) ? entity.actions[right]?.allow : undefined
}

/** Whether the actor holds a right on an entity at all; nobody holds an unknown right. */
export const may = (actor: Actor, entity: Entity, right: string): boolean =>
  holdsAny(actor, rolesFor(entity, right) ?? [])

/** Whether the actor sees what others made for themselves. */
export const seesAllMakers = (actor: Actor): boolean => holdsAny(actor, ['auditor', 'admin'])

/** What a record must have to be seen: one of the fields holds one of the values. */
export interface ReachCondition {
  readonly fields: readonly string[]
  readonly values: readonly string[]
}

/**
 * What records of an entity must have to be within the actor's reach; nothing when the actor sees them all. A single
 * record, a list, a search and a group are bound by the same conditions.
 */
export function reachOf(actor: Actor, entity: Entity): ReachCondition[] {
  const { site, maker } = entity
  const naming = namingFields(actor, entity)
  const self = [actor.userId]
  return [
    ...(site !== undefined && !isGlobal(actor) ? [{ fields: [site], values: actor.siteIds }] : []),
    ...(maker !== undefined && !seesAllMakers(actor) ? [{ fields: [maker], values: self }] : []),
    ...(naming.length > 0 ? [{ fields: naming, values: self }] : []),
  ]
}

/** Fields of which one must name the actor; none when a role of the actor reads the entity without being named. */
function namingFields({ roles }: Actor, { access, reach = {} }: Entity): string[] {
  const fields = roles.filter((role) => access.read.includes(role)).map((role) => reach[role])
  const named = fields.filter((name) => name !== undefined)
  return named.length === fields.length ? [...new Set(named)] : []
}

/** Whether a record is within the actor's reach: of the actor's sites, and made by or naming the actor where it must. */
export const isWithinReach = (actor: Actor, entity: Entity, record: Readonly<Record<string, unknown>>): boolean =>
  reachOf(actor, entity).every(({ fields, values }) =>
    fields.flatMap((name) => record[name] ?? []).some((value) => values.includes(String(value))),
  )

/** Whether the actor may see a field. */
export const maySee = (actor: Actor, field: Field): boolean => !field.readBy || holdsAny(actor, field.readBy)

/** Whether the actor may change a field. */
export const mayWrite = (actor: Actor, field: Field): boolean =>
  maySee(actor, field) && (!field.writeBy || holdsAny(actor, field.writeBy))

/** The record without the fields that the actor may not see. */
export function visible<R extends AnyRecord | Readonly<Record<string, unknown>>>(
  actor: Actor,
  entity: Entity,
  record: R,
): R {
  const hidden = hiddenFields(actor, entity)
  if (hidden.length === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.includes(name))) as R
}

const hidden = new WeakMap<Actor, Map<Entity, readonly string[]>>()

/** Names of the fields that the actor may not see; found once per actor, for a long list asks for every row. */
export function hiddenFields(actor: Actor, entity: Entity): readonly string[] {
  const found = hidden.get(actor) ?? new Map<Entity, readonly string[]>()
  hidden.set(actor, found)
  const names = found.get(entity) ?? namesOf(entity, (field) => !maySee(actor, field))
  found.set(entity, names)
  return names
}

const namesOf = (entity: Entity, fits: (field: Field) => boolean): string[] =>
  Object.entries(allFields(entity)).flatMap(([name, field]) => (fits(field) ? [name] : []))

/** Every right the actor holds, for the panel. */
export const permissionsOf = (actor: Actor, entities: readonly Entity[]): Permission[] =>
  entities.flatMap((entity) =>
    ['read', 'create', 'update', 'delete', ...Object.keys(entity.actions)]
      .filter((right) => may(actor, entity, right))
      .map((right): Permission => `${entity.resource}.${right}`),
  )
