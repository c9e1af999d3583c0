import { createHash } from 'node:crypto'
import type { Context } from '#functions/platform/http/context.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { may } from '#shared/declaration/access.ts'
import { bodyOf, type Entity, type RecordValues } from '#shared/declaration/entity.ts'
import { checked } from '#shared/declaration/issues.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { isRefusal } from '#shared/refusals.ts'
import type { Decision, RelatedRecords } from '#shared/rules/decision.ts'
import { decide, rulesOf } from '#shared/rules/index.ts'
import { checkPresent, withoutEmpty } from './change.ts'
import { relatedTo } from './related.ts'

/** What follows from a step, with the body as it was checked. */
export interface StepDecision extends Omit<Decision, 'checksums'> {
  readonly body: RecordValues
}

/** A step as it is asked for: its name, what its form says, and whether it follows from another step or from the time. */
export interface StepRequest {
  readonly name: string
  readonly values: unknown
  readonly isConsequence?: true
  /** What was looked at before, such as files that have arrived, by the names its rule knows them by. */
  readonly related?: RelatedRecords
}

/** Decides a step on a record; throws the problem of a refusal. */
export async function decideStep(
  context: Context,
  entity: Entity,
  stored: StoredRecord,
  { name, values, isConsequence, related: known }: StepRequest,
): Promise<StepDecision> {
  const { actor, origin } = context
  const action = Object.hasOwn(entity.actions, name) ? entity.actions[name] : undefined
  if (!action) throw problem('NO_SUCH_STEP', { noun: entity.resource, name })
  if (!isConsequence && !may(actor, entity, name)) throw problem('ROLE')
  checkPresent(stored)
  const { record } = stored
  const body = checked(bodyOf(action), withoutEmpty(values ?? {}))
  const rules = await rulesOf(entity.resource)
  const related = { ...(await relatedTo(context, rules.actions[name]?.needs ?? {}, record, body)), ...known }
  const situation = { record, body, actor, now: origin.at, related, ...(isConsequence && { isConsequence }) }
  const decision = decide(rules, entity, name, situation)
  if (isRefusal(decision)) throw new Problem(decision)
  const { checksums = {}, changes, ...others } = decision
  const hashes = Object.entries(checksums).map(([fact, text]) => [fact, sha256(text)])
  return { ...others, changes: { ...changes, ...Object.fromEntries(hashes) }, body }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
