import type { Me } from '#admin/provider/contract.ts'
import { type Actor, may, maySee, mayWrite } from '#shared/declaration/access.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import type { Role } from '#shared/declaration/roles.ts'

/** A field of an entity, and whether this person may change it. */
export interface DeclaredField {
  readonly name: string
  readonly field: Field
  /** Whether this person may change it on a record that exists. */
  readonly isEditable: boolean
}

/** The signed-in person as the rules of access know them. */
export const actorOf = (me: Me): Actor => ({
  userId: me.id,
  name: me.name,
  roles: me.roles as readonly Role[],
  siteIds: me.siteIds,
})

const declaredField = (entity: Entity, me: Me, name: string, right: 'create' | 'update'): DeclaredField[] => {
  const field = fieldOf(entity, name)
  const actor = actorOf(me)
  if (!field || !maySee(actor, field)) return []
  const isOpen = may(actor, entity, right) && (right === 'create' || !entity.isAppendOnly)
  return [{ name, field, isEditable: isOpen && Object.hasOwn(entity.fields, name) && mayWrite(actor, field) }]
}

/** The columns of an entity's list that this person may see, in order. */
export const columnsOf = (entity: Entity, me: Me): DeclaredField[] =>
  entity.columns.flatMap((name) => declaredField(entity, me, name, 'update'))

/** The inputs of an entity's form for this person; those they may not change stand disabled. */
export const inputsOf = (entity: Entity, me: Me, right: 'create' | 'update' = 'update'): DeclaredField[] =>
  Object.keys(entity.fields).flatMap((name) => declaredField(entity, me, name, right))

/** The facts of an entity, which operations write, as far as this person may see them. */
export const factsOf = (entity: Entity, me: Me): DeclaredField[] =>
  Object.keys(entity.facts).flatMap((name) => declaredField(entity, me, name, 'update'))

/** Those of the named fields in which a record has a value; an empty list and a plain "no" are none. */
export const filledFields = (entity: Entity, record: RecordValues, names: readonly string[]) =>
  names.flatMap((name) => {
    const field = fieldOf(entity, name)
    const value = record[name] ?? false
    return field && value !== false && !(Array.isArray(value) && value.length === 0) ? [{ name, field }] : []
  })
