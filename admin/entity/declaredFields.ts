import type { SortPayload } from 'react-admin'
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

/** A field by which a list can be narrowed from an index. */
export interface FilterField {
  readonly name: string
  readonly field: Field
  /** `equal` is the key of a view, `range` its sort by time. */
  readonly by: 'equal' | 'range'
}

const isTime = (field: Field): boolean => field.kind === 'instant' || field.kind === 'day'

/** The filters that the entity's views answer at once: their keys, and their sorts by time as ranges. */
export function filtersOf(entity: Entity, me: Me): FilterField[] {
  const views = Object.values(entity.views)
  const keys = new Set(views.flatMap((view) => view.key))
  const sorts = new Set(views.map((view) => view.sort))
  const fieldsBy = (names: Iterable<string>, by: FilterField['by']) =>
    [...names].flatMap((name): FilterField[] => {
      const field = fieldOf(entity, name)
      if (!field || !entity.columns.includes(name) || !maySee(actorOf(me), field)) return []
      return by === 'equal' || isTime(field) ? [{ name, field, by }] : []
    })
  return [...fieldsBy(keys, 'equal'), ...fieldsBy(sorts, 'range')]
}

/** The sorts that a view answers while these filters are set. */
export function sortsOf(entity: Entity, filter: RecordValues): string[] {
  const answers = Object.values(entity.views).filter((view) =>
    view.key.every((name) => filter[name] !== undefined || filter[`${name}_eq_any`] !== undefined),
  )
  return [...new Set(answers.map((view) => view.sort))]
}

/** How an entity's list is sorted at first: newest first, names by letter. */
export function firstSort(entity: Entity, filter: RecordValues = {}): SortPayload {
  const field = sortsOf(entity, filter)[0] ?? Object.values(entity.views)[0]?.sort ?? 'id'
  const kind = fieldOf(entity, field)
  return { field, order: kind && isTime(kind) ? 'DESC' : 'ASC' }
}

/** Whether a row still matches a list's filters, as far as its own columns show. */
export function matches(row: RecordValues, filter: RecordValues): boolean {
  return Object.entries(filter).every(([name, operand]) => {
    const [, field = name, operator] = /^(.*?)_(neq|gte?|lte?|eq_any)$/.exec(name) ?? []
    if (field === 'q' || field === 'id') return true
    const value = row[field]
    if (operator === 'eq_any') return Array.isArray(operand) && operand.includes(value)
    if (operator === 'neq') return value !== operand
    if (operator === undefined) return value === operand
    if (value === undefined || value === null) return false
    const bound = String(operand)
    // A day or a month bounds every instant within it.
    const [a, b] = typeof value === 'number' ? [value, Number(operand)] : [String(value).slice(0, bound.length), bound]
    if (operator === 'gt') return a > b
    if (operator === 'gte') return a >= b
    return operator === 'lt' ? a < b : a <= b
  })
}
