import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'

type Values = Readonly<Record<string, unknown>>

/** A record and what surrounds it when an action is asked for. */
export interface Situation<R = AnyRecord, B = Values, L = Readonly<Record<string, readonly Values[]>>> {
  readonly record: R
  readonly body: B
  readonly actor: Actor
  /** Now, UTC. */
  readonly now: string
  /** Records that the rule needs, by the name it gave the need. */
  readonly related: L
}

/** A rule says no: 409 when the record is not in the state for it, 403 when this person may not. */
export interface Refusal {
  readonly refused: 409 | 403
  /** Id of the rule, such as FOUR_EYES; the panel translates by it. */
  readonly rule: string
  /** A sentence a receptionist understands. */
  readonly message: string
}

/** What an action changes on its record; `null` clears a field. */
export interface Decision {
  readonly changes: Values
  readonly reason?: string
  /** Facts that are the SHA-256 of a text, in hexadecimal; they are hashed where the decision is carried out. */
  readonly checksums?: Readonly<Record<string, string>>
}

/** Records a rule must see: rows of a view found by the record, or one record by id. */
export type Need =
  | { readonly list: string; readonly where: (record: AnyRecord) => Values }
  | { readonly one: string; readonly id: (record: AnyRecord, body: Values) => unknown }

/** The decision of one action: what it needs to see, and what follows. */
export interface ActionRule {
  readonly needs?: Readonly<Record<string, Need>>
  readonly decide: (situation: Situation) => Decision | Refusal
}

/** Facts that follow from a record whenever it is written, with the records its references name. */
export interface Derivation {
  /** Reference fields whose records `derive` is given. */
  readonly links?: readonly string[]
  readonly derive: (
    record: AnyRecord,
    links: Readonly<Record<string, AnyRecord | undefined>>,
    now: string,
    actor: Actor,
  ) => Values
  /** Refuses what no form, bulk or import may do to a record; checked after `derive`, with the same links. */
  readonly check?: (
    record: AnyRecord,
    before: AnyRecord | undefined,
    actor: Actor,
    links: Readonly<Record<string, AnyRecord | undefined>>,
  ) => Refusal | undefined
}

/** Everything that is decided about one entity. */
export interface Rules {
  readonly derivation?: Derivation
  readonly actions: Readonly<Record<string, ActionRule>>
}

/** Refuses for the state of the record. */
export const notNow = (rule: string, message: string): Refusal => ({ refused: 409, rule, message })

/** Refuses for the person. */
export const notYou = (rule: string, message: string): Refusal => ({ refused: 403, rule, message })

export const isRefusal = (answer: object | undefined): answer is Refusal => answer !== undefined && 'refused' in answer
