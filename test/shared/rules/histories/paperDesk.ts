import { product } from '#functions/platform/http/context.ts'
import type { Actor } from '#shared/declaration/access.ts'
import {
  type AnyRecord,
  allFields,
  type Entity,
  fieldOf,
  type RecordValues,
  recordAs,
} from '#shared/declaration/entity.ts'
import { entityOf, entityOfId } from '#shared/entities/index.ts'
import { User } from '#shared/entities/user.ts'
import { isRefusal, type Refusal, refuse } from '#shared/refusals.ts'
import type {
  Consequences,
  Creation,
  Decision,
  Links,
  Need,
  OtherUpdate,
  RelatedRecords,
} from '#shared/rules/decision.ts'
import { decide, rulesOf } from '#shared/rules/index.ts'
import { unassignable } from '#shared/rules/users/assignment.ts'

/** A refusal on its way out of a transaction. */
class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.rule)
  }
}

const withoutNulls = (record: RecordValues): AnyRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)) as AnyRecord

/**
 * The records of a desk without a store: steps, creations and changes go through the same rules as the product's own,
 * with all that follows in one transaction. So thousands of histories take seconds.
 */
export class PaperDesk {
  records = new Map<string, AnyRecord>()
  now: string
  /** Transactions that went through. */
  writes = 0
  #count = 0
  #written = new Set<string>()

  constructor(now: string) {
    this.now = now
  }

  of(entity: Entity): AnyRecord[] {
    return [...this.records.values()].filter(({ id }) => entityOfId(id) === entity)
  }

  get(id: string): AnyRecord {
    const record = this.records.get(id)
    if (!record) throw new Error(`No record ${id}`)
    return record
  }

  /** Creates a record as somebody; the refusal, or its id. */
  create(entity: Entity, values: RecordValues, actor: Actor = product): Promise<Refusal | string> {
    return this.#transaction(() => this.#created(entity, values, actor, undefined, []))
  }

  /** Changes fields of a record as a form does. */
  change(id: string, values: RecordValues, actor: Actor): Promise<Refusal | string> {
    return this.#transaction(async () => {
      await this.#change(id, values, actor, [id])
      return id
    })
  }

  /** Takes a step as somebody; the refusal, or the record's id. */
  take(id: string, step: string, body: RecordValues, actor: Actor = product, isOwn = false) {
    return this.#transaction(async () => {
      await this.#step(id, step, body, actor, isOwn, [])
      return id
    })
  }

  async #transaction(work: () => Promise<string>): Promise<Refusal | string> {
    const before = new Map(this.records)
    this.#written = new Set()
    try {
      const id = await work()
      this.writes += 1
      return id
    } catch (error) {
      this.records = before
      if (error instanceof RefusalError) return error.refusal
      throw error
    }
  }

  async #step(id: string, step: string, body: RecordValues, actor: Actor, isOwn: boolean, changed: readonly string[]) {
    const record = this.get(id)
    const entity = entityOfId(id) as Entity
    const rules = await rulesOf(entity.resource)
    const related = this.#related(rules.actions[step]?.needs ?? {}, record, body)
    const consequence = isOwn ? ({ isConsequence: true } as const) : {}
    const decision = decide(rules, entity, step, { record, body, actor, now: this.now, related, ...consequence })
    if (isRefusal(decision)) throw new RefusalError(decision)
    const all = [...changed, id]
    await this.#change(id, decision.changes, actor, all, decision)
  }

  #related(needs: Readonly<Record<string, Need>>, record: AnyRecord, body: RecordValues): RelatedRecords {
    const related: Record<string, readonly RecordValues[]> = {}
    for (const [name, need] of Object.entries(needs)) {
      if ('one' in need) {
        const found = this.records.get(String(need.id(record, body)))
        related[name] = found ? [found] : []
      } else if ('under' in need) {
        const parent = need.id ? need.id(record, body) : record.id
        const child = entityOf(need.under)
        related[name] = this.of(child).filter((each) => each[child.under ?? ''] === parent)
      } else if ('listed' in need) {
        const wanted = Object.entries(need.filter(record, body) ?? { id: '' })
        related[name] = this.of(entityOf(need.listed)).filter((each) =>
          wanted.every(([key, value]) => each[key] === value),
        )
      } else related[name] = need.ids(record, body, related).flatMap((each) => this.records.get(each) ?? [])
    }
    return related
  }

  async #created(
    entity: Entity,
    values: RecordValues,
    actor: Actor,
    id: string | undefined,
    changed: readonly string[],
  ) {
    this.#count += 1
    const newId = id ?? `${entity.prefix}_${String(this.#count).padStart(26, '0')}`
    const created = Object.hasOwn(entity.facts, 'createdAt') ? { createdAt: this.now } : {}
    const draft = withoutNulls({ ...entity.initial, ...created, ...values, id: newId, version: 0 })
    await this.#completed(entity, draft, undefined, actor, [...changed, newId])
    return newId
  }

  async #change(
    id: string,
    changes: RecordValues,
    actor: Actor,
    changed: readonly string[],
    decision: Partial<Decision> = {},
  ) {
    const before = this.get(id)
    const entity = entityOfId(id) as Entity
    const after = withoutNulls({ ...before, ...changes, version: before.version + 1 })
    await this.#completed(entity, after, before, actor, changed, decision)
  }

  async #completed(
    entity: Entity,
    draft: AnyRecord,
    before: AnyRecord | undefined,
    actor: Actor,
    changed: readonly string[],
    decision: Partial<Decision> = {},
  ) {
    const { derivation } = await rulesOf(entity.resource)
    const copied = { ...draft, ...this.#copies(entity, draft, before) }
    this.#checkPersons(entity, copied, before)
    const links: Links = Object.fromEntries(
      (derivation?.links ?? []).map((name) => [name, this.records.get(String(copied[name]))]),
    )
    const after = withoutNulls({ ...copied, ...derivation?.derive(copied, links, this.now, actor, before) })
    const refusal = derivation?.check?.(after, before, actor, links)
    if (refusal) throw new RefusalError(refusal)
    if (this.#written.has(after.id)) throw new Error(`A step changes ${after.id} twice`)
    this.#written.add(after.id)
    this.records.set(after.id, after)
    const following = derivation?.follow?.(after, before, this.now, actor, links)
    await this.#others(decision, changed)
    await this.#others(following ?? {}, changed)
  }

  #copies(entity: Entity, draft: AnyRecord, before: AnyRecord | undefined): RecordValues {
    const changedOnes = Object.entries(entity.copies ?? {}).filter(([, [by]]) => draft[by] !== before?.[by])
    return Object.fromEntries(
      changedOnes.map(([name, [by, field]]) => [name, this.records.get(String(draft[by]))?.[field]]),
    )
  }

  #checkPersons(entity: Entity, draft: AnyRecord, before: AnyRecord | undefined) {
    for (const name of Object.keys(allFields(entity))) {
      const person = draft[name] === before?.[name] ? undefined : this.records.get(String(draft[name]))
      if (!person || !fieldOf(entity, name)?.isAssignee) continue
      const reason = unassignable(recordAs(User, person), 'Asia/Riyadh', this.now)
      if (reason) throw new RefusalError(reason)
    }
  }

  async #others({ creates = [], updates = [] }: Consequences, changed: readonly string[]) {
    for (const each of creates) await this.#follows(each, changed)
    for (const each of updates) await this.#updated(each, changed)
  }

  async #follows({ resource, values, key }: Creation, changed: readonly string[]) {
    // What people are told is no part of these histories.
    if (resource === 'notices') return
    const entity = entityOf(resource)
    // An id is a noun and its number, so that the noun of its parent's id may not be read from it.
    const id = key && `${entity.prefix}_${[changed.at(-1), ...key].join('+').replaceAll('_', '-')}`
    if (id && this.records.has(id)) return
    await this.#created(entity, values, product, id, changed)
  }

  async #updated(update: OtherUpdate, changed: readonly string[]) {
    if (!this.records.has(update.id)) throw new RefusalError(refuse('NOT_FOUND'))
    if ('step' in update) await this.#step(update.id, update.step, update.body ?? {}, product, true, changed)
    else await this.#change(update.id, update.changes, product, [...changed, update.id])
  }
}
