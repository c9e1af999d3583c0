import { type Context, product } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Creation, Decision, OtherUpdate } from '#shared/rules/decision.ts'
import { inPool } from '#shared/values/inPool.ts'
import { checkPresent, planCreate, planned } from './change.ts'
import { derivedId, newId } from './ids.ts'
import { decideStep, type StepRequest } from './step.ts'

/** Updates of other records that are planned at the same time. */
const plannedTogether = 5

/**
 * What a step writes: the change of its record, if anything differs, and after it those of the records that follow. The
 * same for a button, the API, many records at once and a tick. Steps that an operation carries out are refused here.
 */
export async function planStep(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  step: StepRequest,
  changed: readonly string[] = [],
): Promise<Change[]> {
  if (entity.actions[step.name]?.hasOperation) throw problem('NO_SUCH_STEP', { noun: entity.resource, name: step.name })
  const decision = await decideStep(context, entity, stored, step)
  const own = await planned(context, entity, stored, decision.changes, step.name, decision.reason)
  const others = await consequencesOf(context, decision, [...changed, stored.record.id])
  return own ? [own, ...others] : others
}

/**
 * The changes of other records that follow from a decision about the last of the records in `changed`. The product makes
 * them, since whoever takes the step need not be allowed each of them alone; history names that person all the same.
 */
export async function consequencesOf(
  context: Context,
  { creates = [], updates = [], reason }: Pick<Decision, 'creates' | 'updates' | 'reason'>,
  changed: readonly string[],
): Promise<Change[]> {
  if (creates.length === 0 && updates.length === 0) return []
  const asProduct = { ...context, actor: product }
  const about = changed.at(-1) ?? ''
  const changes: Change[] = []
  for (const creation of creates) changes.push(...(await created(asProduct, creation, about, reason)))
  const update = (each: OtherUpdate) => updated(asProduct, each, changed, reason)
  changes.push(...(await inPool(updates, plannedTogether, update)).flat())
  const ids = [...changed, ...changes.map(({ after }) => after.id)]
  if (new Set(ids).size < ids.length) throw new Error('A step changes a record twice')
  return changes
}

async function created(context: Context, { resource, values, key }: Creation, about: string, reason?: string) {
  const entity = entityOf(resource)
  const id = key ? derivedId(entity, about, ...key) : newId(entity, context.origin.at)
  if (key && (await getAnyRecord(id, { meter: context.meter, consistent: true }))) return []
  const isField = ([name]: readonly [string, unknown]) => Object.hasOwn(entity.fields, name)
  const entries = Object.entries(values)
  const facts = Object.fromEntries(entries.filter((entry) => !isField(entry)))
  const body = Object.fromEntries(entries.filter(isField))
  return [await planCreate(context, entity, body, { facts, id, reason, isOwnOperation: true })]
}

async function updated(context: Context, update: OtherUpdate, changed: readonly string[], reason?: string) {
  const { resource, id } = update
  if (changed.includes(id)) throw new Error('A step changes a record twice')
  const entity = entityOf(resource)
  const stored = await getAnyRecord(id, { meter: context.meter, consistent: true })
  if (!stored) throw problem('NOT_FOUND')
  checkPresent(stored)
  if ('step' in update)
    return planStep(context, entity, stored, { name: update.step, values: update.body, isConsequence: true }, changed)
  const change = await planned(context, entity, stored, update.changes, update.action, reason)
  return change ? [change] : []
}
