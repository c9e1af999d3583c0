import { createHash } from 'node:crypto'
import type { Context } from '#functions/platform/http/context.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { may } from '#shared/declaration/access.ts'
import { bodyOf, type Entity, type RecordValues } from '#shared/declaration/entity.ts'
import { checked } from '#shared/declaration/issues.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { isRefusal } from '#shared/refusals.ts'
import { decide, rulesOf } from '#shared/rules/index.ts'
import { checkPresent, planned, withoutEmpty } from './change.ts'
import { relatedTo } from './related.ts'

/** What follows from a step, with the body as it was checked. */
export interface StepDecision {
  readonly changes: RecordValues
  readonly reason?: string
  readonly body: RecordValues
}

/** Decides a step on a record from the body of a request; throws the problem of a refusal. */
export async function decideStep(
  { actor, ...context }: Context,
  entity: Entity,
  stored: StoredRecord,
  name: string,
  values: unknown,
): Promise<StepDecision> {
  const action = Object.hasOwn(entity.actions, name) ? entity.actions[name] : undefined
  if (!action) throw problem('NO_SUCH_STEP', { noun: entity.resource, name })
  if (!may(actor, entity, name)) throw problem('ROLE')
  checkPresent(stored)
  const { record } = stored
  const body = checked(bodyOf(action), withoutEmpty(values ?? {}))
  const needs = rulesOf(entity.resource).actions[name]?.needs ?? {}
  const related = await relatedTo({ actor, ...context }, needs, record, body)
  const decision = decide(entity, name, { record, body, actor, now: context.origin.at, related })
  if (isRefusal(decision)) throw new Problem(decision)
  const hashes = Object.entries(decision.checksums ?? {}).map(([fact, text]) => [fact, sha256(text)])
  return { changes: { ...decision.changes, ...Object.fromEntries(hashes) }, reason: decision.reason, body }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The record after a step; steps that an operation carries out are refused here. Undefined when nothing differs. */
export async function planAction(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  name: string,
  values: unknown,
): Promise<Change | undefined> {
  if (entity.actions[name]?.hasOperation) throw problem('NO_SUCH_STEP', { noun: entity.resource, name })
  const { changes, reason } = await decideStep(context, entity, stored, name, values)
  return planned(context, entity, stored, changes, name, reason)
}
