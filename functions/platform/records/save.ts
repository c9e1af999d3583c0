import type { Context } from '#functions/platform/http/context.ts'
import { type Change, commit } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { checkCommittedSize } from '#functions/platform/store/packing/recordSize.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { TransactionStep } from '#functions/platform/store/steps.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import { visible } from '#shared/declaration/access.ts'
import type { AnyRecord, Entity } from '#shared/declaration/entity.ts'
import { invalid, Problem, problem } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'
import { withNumbers } from './numbers/numbers.ts'
import { isStale } from './retryOnConflict.ts'

/** Writes changes in one transaction; a failed condition becomes the problem that a caller understands. */
export async function save(
  context: Context,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  try {
    return await withNumbers(context, changes, (numbered, steps) => commitIn(context, numbered, [...steps, ...extra]))
  } catch (error) {
    throw error instanceof ConditionFailure ? await problemOf(context, error, changes) : error
  }
}

/** Writes changes as they are, and notes in the context that it wrote them. */
export async function commitIn(
  context: Context,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<StoredRecord[]> {
  for (const { after } of changes) checkCommittedSize(after)
  const stored = await commit(context.origin, changes, extra)
  context.wrote.push(...stored.map(({ record: { id, version } }) => ({ id, version })))
  return stored
}

/** Writes changes unless somebody else changed a record first; false when that other change stands. */
export async function saveFirst(
  context: Context,
  changes: readonly Change[],
  extra: readonly TransactionStep[] = [],
): Promise<boolean> {
  try {
    await save(context, changes, extra)
    return true
  } catch (error) {
    if (isStale(error)) return false
    throw error
  }
}

async function problemOf(context: Context, error: ConditionFailure, changes: readonly Change[]): Promise<Error> {
  const { means, about } = error
  if (means === 'unique')
    return invalid(Object.fromEntries(about.split(',').map((name) => [name, refuse('TAKEN')] as const)))
  if (means !== 'version') return error
  const { entity, before } = changes.find((change) => change.after.id === about) ?? {}
  if (entity?.keyedBy && !before)
    return invalid(Object.fromEntries(entity.keyedBy.map((name) => [name, refuse('TAKEN')])))
  const current = await getAnyRecord(about, { consistent: true })
  return entity && current ? staleVersion(context, entity, current.record) : problem('NOT_FOUND')
}

/** The 412 with the record as it is now, so that the changes of neither side are lost. */
export const staleVersion = ({ actor }: Context, entity: Entity, current: AnyRecord): Problem =>
  new Problem(refuse('STALE'), { current: visible(actor, entity, current) })
