import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import type { Refusal } from '#shared/refusals.ts'

/** Records that a rule needs, by the name it gave the need. */
export type RelatedRecords = Readonly<Record<string, readonly RecordValues[]>>

/** A record and what surrounds it when a step is to be taken. */
export interface Situation<R = AnyRecord, B = RecordValues, L = RelatedRecords> {
  readonly record: R
  readonly body: B
  readonly actor: Actor
  /** Now, UTC. */
  readonly now: string
  readonly related: L
  /** The step follows from another step or from the time, so that it is not asked whether the actor may take it alone. */
  readonly isConsequence?: true
}

/** A new record that follows from a step. */
export interface Creation {
  readonly resource: string
  /** Its fields and facts. */
  readonly values: RecordValues
  /**
   * Words that make its id, together with the id of the step's record: a step that is decided again finds the record
   * made before, and makes no second one. Without them each decision makes a record.
   */
  readonly key?: readonly string[]
}

/** What follows from a step for another record, whose own rule is asked: a step there, or a change by the product. */
export type OtherUpdate = { readonly resource: string; readonly id: string } & (
  | { readonly step: string; readonly body?: RecordValues }
  | { readonly changes: RecordValues; readonly action: string }
)

/**
 * What a step changes on its record besides its state and stamps, where `null` clears a field, and what it does to other
 * records. All of it is written in one transaction, or nothing.
 */
export interface Decision {
  readonly changes: RecordValues
  readonly creates?: readonly Creation[]
  readonly updates?: readonly OtherUpdate[]
  /** The record keeps its state: the step was only tried, or asked for by the first of two persons. */
  readonly isPending?: true
  readonly reason?: string
  /** Facts that are the SHA-256 of a text, in hexadecimal; they are hashed where the decision is carried out. */
  readonly checksums?: Readonly<Record<string, string>>
}

/** What a decision does to other records. */
export type Consequences = Pick<Decision, 'creates' | 'updates'>

/**
 * Records a rule must see: all of one resource that stand under the record, or under the one with the id that is named; one
 * record by id; many by their ids, which may follow from the needs before; or those that a list of this moment finds by a
 * filter, each as it is in the table. The panel reads no `many`, nothing `listed` and nothing that has to be whole, since its
 * rows are columns: a rule that is shown none refuses nothing for want of it.
 */
export type Need =
  | {
      readonly under: string
      readonly id?: (record: AnyRecord, body: RecordValues) => unknown
      /** The rule reads more of each than the columns of its list. */
      readonly isWhole?: true
    }
  | { readonly one: string; readonly id: (record: AnyRecord, body: RecordValues) => unknown }
  | {
      readonly many: string
      readonly ids: (record: AnyRecord, body: RecordValues, before: RelatedRecords) => readonly string[]
    }
  | { readonly listed: string; readonly filter: (record: AnyRecord, body: RecordValues) => RecordValues | undefined }

/** What is really decided at a step: what it needs to see, and what follows. */
export interface ActionRule {
  readonly needs?: Readonly<Record<string, Need>>
  readonly decide: (situation: Situation) => Decision | Refusal
}

/** Records that the references of another one name, by reference. */
export type Links = Readonly<Record<string, AnyRecord | undefined>>

/** Facts that follow from a record whenever it is written, with the records its references name. */
export interface Derivation {
  /** Reference fields whose records `derive` is given. */
  readonly links?: readonly string[]
  readonly derive: (
    record: AnyRecord,
    links: Links,
    now: string,
    actor: Actor,
    before: AnyRecord | undefined,
  ) => RecordValues
  /** Refuses what no form, bulk or import may do to a record; checked after `derive`, with the same links. */
  readonly check?: (record: AnyRecord, before: AnyRecord | undefined, actor: Actor, links: Links) => Refusal | undefined
  /**
   * What follows for other records whenever this one is written, through every door: created, changed, deleted or restored
   * (then with `deletedAt` after or before), and by a step, beside what that decides itself. Not asked when nothing differs.
   * What depends on how the other record is now, such as a count, is a step there, whose rule sees it as it is written.
   */
  readonly follow?: (
    after: AnyRecord,
    before: AnyRecord | undefined,
    now: string,
    actor: Actor,
    links: Links,
  ) => Consequences
}

/** Everything that is decided about one entity; steps without a rule follow from their declaration alone. */
export interface Rules {
  readonly derivation?: Derivation
  /** Refuses to delete a record that others depend on, or that the actor may not delete. */
  readonly deletion?: (record: AnyRecord, actor: Actor) => Refusal | undefined
  /** Refuses to restore a record that the actor may not bring back. */
  readonly restoration?: (record: AnyRecord, actor: Actor) => Refusal | undefined
  readonly actions: Readonly<Record<string, ActionRule>>
}
