import type { Field, Fields, Values } from './field.ts'
import { changesOf, objectOf } from './field.ts'
import type { Role } from './roles.ts'

/**
 * The only ways to list an entity. `key` names the fields that must be equal, `sort` the field that orders,
 * `index` the table index that holds it. A record that lacks a key field or the sort is not in the view (sparse).
 * Views are counted, and by day when they are ordered by time, unless `isNarrow` (few records per key).
 */
export interface View {
  readonly key: readonly string[]
  readonly sort: string
  readonly index: number
  readonly isNarrow?: boolean
}

/** Who may do what; a record's site is checked besides. */
export interface Access {
  readonly read: readonly Role[]
  readonly create: readonly Role[]
  readonly update: readonly Role[]
  readonly delete: readonly Role[]
}

/** A named step on one record; its decision stands in `rules`, or in an operation of the entity's context. */
export interface Action {
  readonly body: Fields
  readonly allow: readonly Role[]
  /** An operation of the context carries it out, for it touches more than this record; never taken in bulk. */
  readonly hasOperation?: true
}

/** Where a human number comes from: gapless per year, or per year-month and site. */
export interface Sequence {
  readonly fact: string
  readonly prefix: string
  readonly digits: number
  readonly per: readonly string[]
}

/** What a search box finds: words by prefix, phones by suffix, exact keys; `through` searches another entity first. */
export interface Search {
  readonly words?: readonly string[]
  readonly phones?: readonly string[]
  readonly exact?: readonly string[]
  readonly through?: string
}

/** Everything the product knows about one noun, said once. */
export interface Entity<F extends Fields = Fields, G extends Fields = Fields> {
  readonly name: string
  readonly resource: string
  /** The noun in front of its ids: `case` gives `case_01J…`. */
  readonly prefix: string
  /** The Lambda that serves it. */
  readonly context: string
  /** What people edit. */
  readonly fields: F
  /** What only operations write. */
  readonly facts: G
  /** Facts of a new record. */
  readonly initial: Readonly<Record<string, unknown>>
  readonly views: Readonly<Record<string, View>>
  /** Fields of a list row, in order; `row` on the stored item holds exactly these. */
  readonly columns: readonly string[]
  readonly access: Access
  readonly actions: Readonly<Record<string, Action>>
  /** Field that holds the record's site (`id` for a site itself); absent when every site shares the record. */
  readonly site?: string
  /** Field that names who made a record which only that person, auditors and administrators see. */
  readonly maker?: string
  readonly sequence?: Sequence
  /** Sets of fields whose values together occur once. */
  readonly unique?: readonly (readonly string[])[]
  /** Facts copied from a referenced record: name → [reference field, field over there]. */
  readonly copies?: Readonly<Record<string, readonly [string, string]>>
  readonly search?: Search
  /** The field that names a record to a person. */
  readonly title: string
  /** A statement, an event: written once, never changed by a form. */
  readonly isAppendOnly?: boolean
  /** Values of a valid new record, without references. */
  readonly example: Readonly<Record<string, unknown>>
}

/** What every record carries. */
export interface RecordBase {
  readonly id: string
  readonly version: number
  readonly deletedAt?: string
}

/** The type of an entity's records. */
export type RecordOf<E extends { fields: Fields; facts: Fields }> = RecordBase &
  Values<E['fields']> &
  Values<E['facts']>

/** A record of any entity. */
export type AnyRecord = RecordBase & Readonly<Record<string, unknown>>

type Declaration<F extends Fields, G extends Fields> = Omit<
  Entity<F, G>,
  'facts' | 'initial' | 'actions' | 'prefix' | 'columns' | 'example'
> & {
  facts?: G
  initial?: Readonly<Record<string, unknown>>
  actions?: Readonly<Record<string, Action>>
  prefix?: string
  columns: readonly ((keyof F & string) | (keyof G & string))[]
  example: Readonly<Partial<Record<keyof F, unknown>>>
}

// What follows from a declaration is made once: a schema costs a hundred times what it takes to use it.
function memoize<D extends object, T>(make: (declaration: D) => T): (declaration: D) => T {
  const made = new WeakMap<D, T>()
  return (declaration) => {
    const known = made.get(declaration)
    if (known !== undefined) return known
    const fresh = make(declaration)
    made.set(declaration, fresh)
    return fresh
  }
}

const noFields: Fields = {}

/** Declares an entity; what is left out has no facts, no actions and its name as id prefix. */
export function entity<const F extends Fields, const G extends Fields = Record<never, never>>(
  declaration: Declaration<F, G>,
): Entity<F, G> {
  const facts = declaration.facts ?? (noFields as G)
  return { prefix: declaration.name, initial: {}, actions: {}, ...declaration, facts }
}

/** All declared names of an entity: fields, then facts. */
export const allFields = memoize((entity: Entity): Fields => ({ ...entity.fields, ...entity.facts }))

/** A declared field or fact by name, or undefined. */
export function fieldOf(entity: Entity, name: string): Field | undefined {
  if (Object.hasOwn(entity.fields, name)) return entity.fields[name]
  return Object.hasOwn(entity.facts, name) ? entity.facts[name] : undefined
}

/** Schema of a new record's body. */
export const creationOf = memoize((entity: Entity) => objectOf(entity.fields))

/** Schema of a change; facts and unknown names are refused. */
export const changeOf = memoize((entity: Entity) => changesOf(entity.fields))

/** Schema of an action's body. */
export const bodyOf = memoize((action: Action) => objectOf(action.body))

/** Names of the steps that can be taken on many records at once. */
export const bulkStepsOf = (entity: Entity): string[] =>
  Object.entries(entity.actions).flatMap(([name, { hasOperation }]) => (hasOperation ? [] : [name]))

/** A record as its entity's type; what is in the store was checked when it was written. */
export const recordAs = <F extends Fields, G extends Fields>(entity: Entity<F, G>, record: AnyRecord) =>
  record as RecordBase as RecordOf<typeof entity>
