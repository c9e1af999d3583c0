import type { AnyRecord, Entity } from './entity.ts'
import { allFields, fieldOf } from './entity.ts'
import type { Field } from './field.ts'
import type { RoleReach } from './reach.ts'
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

/**
 * What a record must have to be seen: one of some values in a field, any other value than one, a reference to a record that
 * the actor sees in a role, or a combination of these.
 */
export type ReachTest =
  | { readonly field: string; readonly values: readonly string[] }
  | { readonly field: string; readonly otherThan: string }
  | { readonly through: string; readonly resource: string; readonly role: Role }
  | { readonly any: readonly ReachTest[] }
  | { readonly all: readonly ReachTest[] }

/**
 * What records of an entity must have, all of it, to be within the actor's reach; nothing when the actor sees them all.
 * A single record, a list, a search and a group are bound by the same tests.
 */
export function reachOf(actor: Actor, entity: Entity): ReachTest[] {
  const { site, hiddenFrom } = entity
  return [
    ...(site !== undefined && !isGlobal(actor) ? [{ field: site, values: actor.siteIds }] : []),
    ...makerTests(actor, entity),
    ...(hiddenFrom !== undefined ? [{ field: hiddenFrom, otherThan: actor.userId }] : []),
    ...roleTests(actor, entity),
  ]
}

/** A record with a maker is seen by that person, and by everybody who has the role with which it is shared. */
function makerTests(actor: Actor, { maker, sharedWith }: Entity): ReachTest[] {
  if (maker === undefined || seesAllMakers(actor)) return []
  const own: ReachTest = { field: maker, values: [actor.userId] }
  return [sharedWith === undefined ? own : { any: [own, { field: sharedWith, values: actor.roles }] }]
}

/** What binds the actor by role; nothing when a role of the actor reads the entity without being bound. */
function roleTests({ userId, roles }: Actor, entity: Entity): ReachTest[] {
  const bound = roles
    .filter((role) => entity.access.read.includes(role))
    .map((role) => ({ role, reach: entity.reach?.[role] }))
  const tests = bound.flatMap(({ role, reach }) => (reach === undefined ? [] : [roleTest(entity, userId, role, reach)]))
  if (tests.length === 0 || tests.length < bound.length) return []
  const [first] = tests
  return tests.length === 1 && first ? ('all' in first ? [...first.all] : [first]) : [{ any: tests }]
}

/** The resources that records of an entity are reached through by the actor, which have to be looked at besides. */
export function reachedThrough(actor: Actor, entity: Entity): string[] {
  const inside = (test: ReachTest): string[] =>
    'through' in test ? [test.resource] : 'field' in test ? [] : ('any' in test ? test.any : test.all).flatMap(inside)
  return reachOf(actor, entity).flatMap(inside)
}

function roleTest(entity: Entity, userId: string, role: Role, reach: string | RoleReach): ReachTest {
  const { by, only = {} } = typeof reach === 'string' ? { by: reach } : reach
  const resource = fieldOf(entity, by)?.resource ?? ''
  const named: ReachTest = resource === 'users' ? { field: by, values: [userId] } : { through: by, resource, role }
  const others = Object.entries(only).map(([field, values = []]) => ({ field, values }))
  return others.length > 0 ? { all: [named, ...others] } : named
}

/** Whether records with a value in a field may be within the actor's reach at all. */
export const mayReachValue = (actor: Actor, entity: Entity, field: string, value: string): boolean =>
  reachOf(actor, entity).every((test) => !('values' in test) || test.field !== field || test.values.includes(value))

/** The actor with one role alone, as which a record is looked at that another one is reached through. */
export const inRole = (actor: Actor, role: Role): Actor => ({ ...actor, roles: [role] })

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
