import { type Context, product } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Consequences, Creation, Decision, OtherUpdate } from '#shared/rules/decision.ts'
import { rulesOf } from '#shared/rules/index.ts'
import { inPool } from '#shared/values/inPool.ts'
import { checkPresent, planCreate, planned } from './change.ts'
import { linksOf } from './complete.ts'
import { derivedId, newId } from './ids.ts'
import { decideStep, type StepRequest } from './step.ts'

/** Updates of other records that are planned at the same time. */
const plannedTogether = 5

/**
 * A change with all that follows from it for other records: what the rule of its entity says of every write, and what a
 * decision says that led to it. Every way to write a record goes through here; all of it is one transaction. `changed`
 * are the records that this transaction writes already, the change's own at the end. Without a change, which is when
 * nothing differs, only the decision has consequences.
 */
export async function withConsequences(
  context: Context,
  change: Change | undefined,
  decision: Pick<Decision, keyof Consequences | 'reason'> = {},
  changed: readonly string[] = change ? [change.after.id] : [],
): Promise<Change[]> {
  const { creates = [], updates = [] } = change ? await followingOf(context, change) : {}
  const all = {
    creates: [...(decision.creates ?? []), ...creates],
    updates: [...(decision.updates ?? []), ...updates],
    reason: decision.reason ?? change?.reason,
  }
  const others = await othersOf(change ? contextAfter(context, change) : context, all, changed)
  return change ? [change, ...others] : others
}

/** Records looked up so far, and one as it will be. */
class ReferencesAfter extends Map<string, Promise<StoredRecord | undefined>> {
  constructor(private readonly before: Context['references']) {
    super()
  }

  override get(id: string) {
    return super.get(id) ?? this.before.get(id)
  }
}

/** The context in which a change is written already, since what follows may refer to a record that is only made by it. */
function contextAfter(context: Context, { before, after }: Change): Context {
  const references = new ReferencesAfter(context.references)
  references.set(after.id, Promise.resolve({ record: after, hash: before?.hash ?? '' }))
  return { ...context, references }
}

/** What the rule of an entity says that follows from a write of its record. */
async function followingOf(context: Context, { entity, before, after }: Change): Promise<Consequences> {
  const { derivation } = await rulesOf(entity.resource)
  if (!derivation?.follow) return {}
  const links = await linksOf(context, entity, derivation, after)
  return derivation.follow(after, before?.record, context.origin.at, context.actor, links)
}

/**
 * The changes of other records that follow from a decision about the last of the records in `changed`. The product makes
 * them, since whoever writes that one need not be allowed each of them alone; history names that person all the same.
 */
async function othersOf(
  context: Context,
  { creates, updates, reason }: Required<Consequences> & Pick<Decision, 'reason'>,
  changed: readonly string[],
): Promise<Change[]> {
  if (creates.length === 0 && updates.length === 0) return []
  const asProduct = { ...context, actor: product }
  const changes: Change[] = []
  for (const creation of creates) changes.push(...(await created(asProduct, creation, changed, reason)))
  const update = (each: OtherUpdate) => updated(asProduct, each, changed, reason)
  changes.push(...(await inPool(updates, plannedTogether, update)).flat())
  const ids = [...changed, ...changes.map(({ after }) => after.id)]
  if (new Set(ids).size < ids.length) throw new Error('A step changes a record twice')
  return changes
}

async function created(
  context: Context,
  { resource, values, key }: Creation,
  changed: readonly string[],
  reason?: string,
): Promise<Change[]> {
  const entity = entityOf(resource)
  const id = key ? derivedId(entity, changed.at(-1) ?? '', ...key) : newId(entity, context.origin.at)
  if (key && (await getAnyRecord(id, { meter: context.meter, consistent: true }))) return []
  const isField = ([name]: readonly [string, unknown]) => Object.hasOwn(entity.fields, name)
  const entries = Object.entries(values)
  const facts = Object.fromEntries(entries.filter((entry) => !isField(entry)))
  const body = Object.fromEntries(entries.filter(isField))
  const change = await planCreate(context, entity, body, { facts, id, reason, isOwnOperation: true })
  return withConsequences(context, change, { reason }, [...changed, id])
}

async function updated(
  context: Context,
  update: OtherUpdate,
  changed: readonly string[],
  reason?: string,
): Promise<Change[]> {
  const { resource, id } = update
  if (changed.includes(id)) throw new Error('A step changes a record twice')
  const entity = entityOf(resource)
  const stored = await getAnyRecord(id, { meter: context.meter, consistent: true })
  if (!stored) throw problem('NOT_FOUND')
  checkPresent(stored)
  if ('step' in update) {
    const step = { name: update.step, values: update.body, isConsequence: true } as const
    return changesOfStep(context, entity, stored, step, changed)
  }
  const change = await planned(context, entity, stored, update.changes, update.action, reason)
  return withConsequences(context, change, { reason }, [...changed, id])
}

/**
 * What a step writes beside the records that are `changed` already: the change of its record, if anything differs, and
 * after it those of the records that follow. Steps that an operation carries out are refused here.
 */
export async function changesOfStep(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  step: StepRequest,
  changed: readonly string[],
): Promise<Change[]> {
  const { name } = step
  if (entity.actions[name]?.hasOperation) throw problem('NO_SUCH_STEP', { noun: entity.resource, name })
  const decision = await decideStep(context, entity, stored, step)
  const own = await planned(context, entity, stored, decision.changes, name, decision.reason)
  return withConsequences(context, own, decision, [...changed, stored.record.id])
}
