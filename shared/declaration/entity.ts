import { memoize } from '#shared/values/memoize.ts'
import { changesOf, choice, type Field, type Fields, type Flatten, objectOf, type Values } from './field.ts'
import { firstState, type Lifecycle, type StateOf } from './lifecycle.ts'
import type { MenuPlace } from './menu.ts'
import type { Access, Reach } from './reach.ts'
import type { Restrictions } from './restriction.ts'
import type { Role } from './roles.ts'
import type { TickName } from './schedules.ts'

/** The order of a list: columns, the most important first, each ascending or descending. */
export type Order<N extends string = string> = readonly (readonly [N, 'ASC' | 'DESC'])[]

/** When a record waits for a time: the tick that then looks at it, and the fact that says when; absent, it waits for nothing. */
export interface Due<N extends string = string> {
  readonly tick: TickName | 'jobs'
  readonly at: N
}

/**
 * A named step on one record: the states it starts from (any, without `from`), the state it leads to, what its form
 * asks for and the roles that take it. Values of the body that are fields or facts of the record are written to it.
 */
export interface Action<S extends string = string> {
  readonly from?: readonly S[]
  readonly to?: S
  readonly body: Fields
  readonly allow: readonly Role[]
  /** Facts that take the instant of the step and the person who takes it. */
  readonly stamps?: { readonly at?: string; readonly by?: string }
  /** An operation of the noun's room takes it, because it leaves the table; never taken in bulk. */
  readonly hasOperation?: true
  /** A list of the body that may name more records than one transaction takes: the step is then taken part by part. */
  readonly inParts?: string
  /** It cannot be undone: the person who takes it in the panel types the value of this field first. */
  readonly confirmedBy?: string
}

/** The steps of an entity by name. */
export type Actions = Readonly<Record<string, Action>>

/** Where a human number comes from: gapless per year, or per year-month and site. */
export interface Sequence<N extends string = string> {
  readonly fact: N
  readonly prefix: string
  readonly digits: number
  readonly per: readonly (N | 'year')[]
}

/** What a search box finds: any part of these fields; `through` also searches the records that a reference names. */
export interface Search<N extends string = string> {
  readonly fields: readonly N[]
  readonly through?: N
}

/** A fact copied from a referenced record: the reference field, and the field over there. */
export type Copy<N extends string = string> = readonly [reference: N, field: string]

/** Everything the product knows about one noun. */
export interface Entity<F extends Fields = Fields, G extends Fields = Fields, A extends Actions = Actions> {
  readonly name: string
  readonly resource: string
  /** The noun in front of its ids: `case` gives `case_01J…`. */
  readonly prefix: string
  /** The Lambda that serves it. */
  readonly lambda: string
  /** What people edit. */
  readonly fields: F
  /** What only operations write, the state among them. */
  readonly facts: G
  /** Facts of a new record. */
  readonly initial: Readonly<Record<string, unknown>>
  readonly lifecycle?: Lifecycle
  /** Fields of a list row, in order; every one can be filtered and sorted by. */
  readonly columns: readonly string[]
  /** The order of a list unless somebody asks for another one. */
  readonly order: Order
  /** The reference to the record that it belongs to: it can be found from there without delay. */
  readonly under?: string
  readonly due?: Due
  readonly access: Access
  readonly actions: A
  /** Field that holds the record's site (`id` for a site itself); absent when every site shares the record. */
  readonly site?: string
  /** Field that names who made a record which only that person, auditors and administrators see. */
  readonly maker?: string
  /** Field that names a role: everybody who has it sees the record too, whoever made it. */
  readonly sharedWith?: string
  /** Field that names a person who does not see the record, whatever their role: it is about them. */
  readonly hiddenFrom?: string
  /** The field that names whose personal data it holds: a patient; `id` for a record that is its own subject. */
  readonly subject?: string
  /** By role, how a record is reached; a person who also has a reading role without an entry is not bound by it. */
  readonly reach?: Reach
  /** Which records are restricted; those whose `subject` or parent (`under`) is restricted are so too. */
  readonly restricted?: Restrictions
  readonly sequence?: Sequence
  /** Fields that make its id, so that it is found by them with one read; they never change. */
  readonly keyedBy?: readonly string[]
  /** Sets of fields whose values together occur once. */
  readonly unique?: readonly (readonly string[])[]
  readonly copies?: Readonly<Record<string, Copy>>
  readonly search?: Search
  /** A filter of the records that forms offer to choose from; whoever refers to another one keeps it. */
  readonly offered?: RecordValues
  /** The field that names a record to a person. */
  readonly title: string
  /** The fact that lists the files kept with a record; each is opened by its place in it. */
  readonly files?: string
  /** It tells of what happened, so that it needs no more what it refers to, which may be deleted. */
  readonly isTrace?: true
  /** A statement, an event: written once, never changed by a form. */
  readonly isAppendOnly?: boolean
  /** Its list stands in the panel's menu; under another record only, without one. */
  readonly menu?: MenuPlace
  /** Values of a valid new record, without references. */
  readonly example: Readonly<Record<string, unknown>>
}

/** What every record has. */
export type RecordBase = {
  readonly id: string
  readonly version: number
  readonly deletedAt?: string
}

/** The type of an entity's records. */
export type RecordOf<E extends { fields: Fields; facts: Fields }> = RecordBase &
  Values<E['fields']> &
  Values<E['facts']>

/** Values of a record or a body by name. */
export type RecordValues = Readonly<Record<string, unknown>>

/** A record of any entity. */
export type AnyRecord = RecordBase & RecordValues

/** The fact that holds the state of a record. */
type StateFact<L> =
  L extends Lifecycle<infer F, infer S> ? { readonly [K in F]: Field<keyof S & string, false> } : unknown

/** Facts with the state among them. */
type AllFacts<G extends Fields, L> = Flatten<G & StateFact<L>>

/** Every name of an entity: of its fields, its facts and its state. */
type NameOf<F, G, L> = ((keyof F | keyof G) & string) | (L extends Lifecycle<infer S> ? S : never)

/** What an entity file writes; each name in it is checked against the entity's own fields, facts, states and steps. */
type Declaration<F extends Fields, G extends Fields, L extends Lifecycle | undefined, A extends Actions> = Omit<
  Entity,
  | 'fields'
  | 'facts'
  | 'initial'
  | 'lifecycle'
  | 'columns'
  | 'order'
  | 'due'
  | 'actions'
  | 'site'
  | 'subject'
  | 'reach'
  | 'restricted'
  | 'sequence'
  | 'keyedBy'
  | 'unique'
  | 'copies'
  | 'search'
  | 'title'
  | 'prefix'
  | 'example'
> & {
  prefix?: string
  fields: F
  facts?: G
  initial?: Readonly<Partial<Values<Flatten<G & StateFact<L>> extends Fields ? Flatten<G & StateFact<L>> : G>>>
  lifecycle?: L & { states: Readonly<Record<string, { next?: keyof A & string }>> }
  columns: readonly NameOf<F, G, L>[]
  order: Order<NameOf<F, G, L>>
  under?: NameOf<F, G, L>
  due?: Due<NameOf<F, G, L>>
  actions?: A & Readonly<Record<string, Action<StateOf<L>> & { stamps?: { [K in 'at' | 'by']?: keyof G & string } }>>
  site?: NameOf<F, G, L> | 'id'
  maker?: NameOf<F, G, L>
  sharedWith?: NameOf<F, G, L>
  hiddenFrom?: NameOf<F, G, L>
  subject?: NameOf<F, G, L> | 'id'
  reach?: Reach<NameOf<F, G, L>>
  restricted?: Restrictions<NameOf<F, G, L>>
  sequence?: Sequence<NameOf<F, G, L>>
  keyedBy?: readonly (keyof F & string)[]
  unique?: readonly (readonly NameOf<F, G, L>[])[]
  copies?: { readonly [K in keyof G & string]?: Copy<NameOf<F, G, L>> }
  search?: Search<NameOf<F, G, L>>
  files?: keyof G & string
  title: NameOf<F, G, L> | 'id'
  example: Readonly<Partial<Record<keyof F, unknown>>>
}

/** Declares an entity; what is left out has no facts, no actions and its name as id prefix. */
export function entity<
  const F extends Fields,
  const G extends Fields = Record<never, never>,
  const L extends Lifecycle | undefined = undefined,
  const A extends Actions = Record<never, never>,
>(declaration: Declaration<F, G, L, A>): Entity<F, AllFacts<G, L> extends Fields ? AllFacts<G, L> : G, A> {
  const life: Lifecycle | undefined = declaration.lifecycle
  const facts = { ...declaration.facts, ...(life && stateFact(life)) }
  const initial = { ...(life && { [life.field]: firstState(life) }), ...declaration.initial }
  const whole = { prefix: declaration.name, actions: {}, ...declaration, facts, initial }
  return whole as unknown as Entity<F, AllFacts<G, L> extends Fields ? AllFacts<G, L> : G, A>
}

function stateFact({ field, states }: Lifecycle): Fields {
  const [first = '', ...rest] = Object.keys(states)
  const tones = Object.fromEntries(Object.entries(states).flatMap(([name, { tone }]) => (tone ? [[name, tone]] : [])))
  return { [field]: choice([first, ...rest], tones) }
}

/** A fact copied from the record that a reference names; both names over here are checked by the declaration. */
export const copy = <const R extends string, E extends Entity>(
  reference: R,
  _from: E,
  field: (keyof E['fields'] | keyof E['facts']) & string,
): Copy<R> => [reference, field]

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

/** Names of the steps that follow from their declaration and their rule. */
export const ruledStepsOf = ({ actions }: Pick<Entity, 'actions'>): string[] =>
  Object.keys(actions).filter((name) => !actions[name]?.hasOperation)
/** Names of the steps that can be taken on many records at once; one in parts is about many others already. */
export const bulkStepsOf = ({ actions }: Pick<Entity, 'actions'>): string[] =>
  ruledStepsOf({ actions }).filter((name) => !actions[name]?.inParts)

/** A record as its entity's type; what is in the store was checked when it was written. */
export const recordAs = <F extends Fields, G extends Fields>(_entity: Entity<F, G>, record: AnyRecord) =>
  record as RecordBase as RecordOf<Entity<F, G>>
