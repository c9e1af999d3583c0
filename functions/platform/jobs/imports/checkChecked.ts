import type { Context } from '#functions/platform/http/context.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Job } from '#shared/entities/job.ts'
import { isSame } from '#shared/values/canonical.ts'

/** Throws the 422 of an import whose check is not one of the same file and columns, by the same person, that has ended. */
export async function checkChecked(
  { actor, meter }: Context,
  { resource }: Entity,
  check: string | undefined,
  asked: RecordValues,
): Promise<void> {
  if (check === undefined) return
  const { record } = (await getRecord(Job, check, { meter, consistent: true })) ?? {}
  const { seen: _seen, ...checked } = record?.request ?? {}
  const isOwn = record?.kind === 'import-check' && record.createdBy === actor.userId && record.resource === resource
  // What is not set is not kept.
  if (!isOwn || record.status !== 'done' || !isSame(checked, JSON.parse(JSON.stringify(asked))))
    throw problem('CHECK_UNKNOWN')
}
