import type { Context } from '#functions/platform/http/context.ts'
import { planAction, planUpdate } from '#functions/platform/records/change.ts'
import { matching } from '#functions/platform/records/matching.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { isOwnSite } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type ChunkPlan, runChunks, type ChunkChanges, reasonOf } from './chunks.ts'
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
  const of = entityOf(held.job.resource)
  const idsBetween = snapshotReader(held.job.id)
  return {
    count: () => snapshot(held, of, request),
    plan: async (work, from, to) => planAll(work, of, request, await idsBetween(from, to)),
    failed: async (at, reason) => ({ id: (await idsBetween(at, at + 1))[0] ?? '', ...reason }),
  }
}

/** Fixes which records the job is about; the same list whenever it is resumed. */
async function snapshot({ job, fence, work }: JobRun, of: Entity, { ids, filter }: BulkBody): Promise<number> {
  const found = new Set(ids)
  if (filter) for await (const rows of matching(of, { filter }, work.actor)) for (const row of rows) found.add(row.id)
  const all = [...found]
  for (let at = 0; at * snapshotSize < all.length; at++)
    await saveSnapshot(job.id, fence, at, all.slice(at * snapshotSize, (at + 1) * snapshotSize))
  return all.length
}

function snapshotReader(jobId: string) {
  let held: { at: number; ids: Promise<string[]> } | undefined
  const part = (at: number) => {
    held = held?.at === at ? held : { at, ids: readSnapshot(jobId, at) }
    return held.ids
  }
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = []
    for (let at = Math.floor(from / snapshotSize); at * snapshotSize < to; at++) {
      const start = at * snapshotSize
      ids.push(...(await part(at)).slice(Math.max(0, from - start), to - start))
    }
    return ids
  }
}

async function planAll(work: Context, of: Entity, request: BulkBody, ids: readonly string[]): Promise<ChunkChanges> {
  const changes: Change[] = []
  const errors: JobError[] = []
  const found = new Map((await getRecords(ids)).map((stored) => [stored.record.id, stored]))
  for (const id of ids) {
    const stored = found.get(id)
    const isSeen =
      stored &&
      id.startsWith(`${of.prefix}_`) &&
      stored.record.deletedAt === undefined &&
      isOwnSite(work.actor, of, stored.record)
    if (!isSeen) {
      errors.push({ id, message: 'There is no such record, or it is not one of your sites.' })
      continue
    }
    try {
      const change = request.action
        ? await planAction(work, of, stored, request.action, request.body)
        : await planUpdate(work, of, stored, request.changes)
      if (change) changes.push(change)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      errors.push({ id, ...reasonOf(error) })
    }
  }
  return { changes, errors }
}
