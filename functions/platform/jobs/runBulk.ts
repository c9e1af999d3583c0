import type { Context } from '#functions/platform/http/context.ts'
import { planAction, planUpdate } from '#functions/platform/records/change.ts'
import { matching } from '#functions/platform/records/matching.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { isOwnSite } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type ChunkChanges, type ChunkPlan, reasonOf, runChunks } from './chunks.ts'
import { readSnapshot, saveSnapshot, snapshotSize } from './control.ts'
import type { JobOutcome, JobRun } from './lock.ts'
import type { JobError } from './notes.ts'
import { type BulkBody, bulkBody } from './startBulk.ts'

/** Changes many records in the same way, each once. */
export async function runBulk(held: JobRun): Promise<JobOutcome> {
  const request = bulkBody.parse(held.job.request)
  return { status: await runChunks(held, courseOf(held, request)) }
}

function courseOf(held: JobRun, request: BulkBody): ChunkPlan {
  const entity = entityOf(held.job.resource)
  const idsBetween = snapshotReader(held.job.id)
  return {
    count: () => snapshot(held, entity, request),
    plan: async (context, from, to) => planAll(context, entity, request, await idsBetween(from, to)),
    failed: async (index, reason) => ({ id: (await idsBetween(index, index + 1))[0] ?? '', ...reason }),
  }
}

/** Fixes which records the job is about; the same list whenever it is resumed. */
async function snapshot({ job, fence, context }: JobRun, entity: Entity, { ids, filter }: BulkBody): Promise<number> {
  const found = new Set(ids)
  if (filter)
    for await (const rows of matching(entity, { filter }, context.actor)) for (const row of rows) found.add(row.id)
  const all = [...found]
  for (let index = 0; index * snapshotSize < all.length; index++)
    await saveSnapshot(job.id, fence, index, all.slice(index * snapshotSize, (index + 1) * snapshotSize))
  return all.length
}

function snapshotReader(jobId: string) {
  let held: { at: number; ids: Promise<string[]> } | undefined
  const part = (index: number) => {
    held = held?.at === index ? held : { at: index, ids: readSnapshot(jobId, index) }
    return held.ids
  }
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = []
    for (let index = Math.floor(from / snapshotSize); index * snapshotSize < to; index++) {
      const start = index * snapshotSize
      ids.push(...(await part(index)).slice(Math.max(0, from - start), to - start))
    }
    return ids
  }
}

async function planAll(
  context: Context,
  entity: Entity,
  request: BulkBody,
  ids: readonly string[],
): Promise<ChunkChanges> {
  const changes: Change[] = []
  const errors: JobError[] = []
  const found = new Map((await getRecords(ids)).map((stored) => [stored.record.id, stored]))
  for (const id of ids) {
    const stored = found.get(id)
    const isSeen =
      stored &&
      id.startsWith(`${entity.prefix}_`) &&
      stored.record.deletedAt === undefined &&
      isOwnSite(context.actor, entity, stored.record)
    if (!isSeen) {
      errors.push({ id, message: 'There is no such record, or it is not one of your sites.' })
      continue
    }
    try {
      const change = request.action
        ? await planAction(context, entity, stored, request.action, request.body)
        : await planUpdate(context, entity, stored, request.changes)
      if (change) changes.push(change)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      errors.push({ id, ...reasonOf(error) })
    }
  }
  return { changes, errors }
}
