import type { Context } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { isAsAsked } from '#functions/platform/records/manyRecords.ts'
import { selectedBy } from '#functions/platform/records/matching.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { readJobListPart, saveJobList } from '#functions/platform/store/items/jobItems.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { readKeysOf } from '#functions/platform/store/persons/keysOfChanges.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { type BulkBody, bulkBody } from '#shared/api/bulk.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { JobError } from '#shared/entities/job.ts'
import { type ChunkChanges, type ChunkPlan, runChunks } from './chunks.ts'
import { bulkResult } from './control.ts'
import { jobErrorOf, problemOfOne } from './jobError.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'

/** Ids in one item of the job's list; an item holds 400 KB, a limit of DynamoDB. */
const idsPerItem = 1000

/** Changes many records in the same way, each once. */
export async function runBulk(run: JobRun): Promise<JobOutcome> {
  const { job } = run
  const entity = entityOf(job.resource)
  const request = bulkBody.parse(job.request)
  const idsBetween = idReader(job.id)
  const plan: ChunkPlan = {
    count: () => saveIds(run, entity, request),
    changesFor: async (context, from, to) => changesFor(context, entity, request, await idsBetween(from, to)),
    errorOf: async (index, cause) => jobErrorOf(cause, { id: (await idsBetween(index, index + 1))[0] ?? '' }),
  }
  const status = await runChunks(run, plan)
  return { status, ...(await bulkResult(job.id, status)) }
}

/** Saves which records the job is about, so that they are the same whenever it is resumed; gives their number. */
async function saveIds({ job, lease, context }: JobRun, entity: Entity, { ids, filter }: BulkBody): Promise<number> {
  const all = filter ? await askIds(entity, selectedBy(entity, { filter }, context.actor), context) : [...new Set(ids)]
  for (let start = 0; start < all.length; start += idsPerItem)
    await saveJobList(job.id, 'ids', start, all.slice(start, start + idsPerItem), lease.fence)
  return all.length
}

/** Reads ids of a job's list between two indexes; the last item read is kept, for chunks follow one another. */
function idReader(jobId: string) {
  let latest: { start: number; ids: Promise<readonly string[]> } | undefined
  const itemAt = (start: number) => {
    if (latest?.start !== start) latest = { start, ids: readJobListPart(jobId, 'ids', start) }
    return latest.ids
  }
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = []
    for (let start = from - (from % idsPerItem); start < to; start += idsPerItem)
      ids.push(...(await itemAt(start)).slice(Math.max(0, from - start), to - start))
    // A record is never passed over in silence.
    if (ids.length < to - from) throw new RangeError('Ids of the job are missing')
    return ids
  }
}

async function changesFor(
  context: Context,
  entity: Entity,
  { action, body, changes: fields, filter }: BulkBody,
  ids: readonly string[],
): Promise<ChunkChanges> {
  const changes: Change[] = []
  const errors: JobError[] = []
  const counts = { changed: 0, unchanged: 0 }
  const selected = filter && selectedBy(entity, { filter }, context.actor)
  const damaged = new Set<string>()
  const stored = await getRecords(entity, ids, { onDamaged: (id) => damaged.add(id) })
  await readKeysOf(
    entity,
    stored.map(({ record }) => record),
  )
  const records = new Map(stored.map((each) => [each.record.id, each]))
  for (const id of ids) {
    try {
      if (damaged.has(id)) throw new DamagedValue()
      const stored = records.get(id)
      if (!stored || stored.record.deletedAt !== undefined || !(await isReached(context, entity, stored.record)))
        throw problem('NOT_FOUND')
      // Somebody may have changed it since the ids were saved, and it was asked for as it was.
      if (selected && !(await isAsAsked(context, entity, stored.record, selected))) throw problem('MATCHES_NO_MORE')
      const planned = action
        ? await planStep(context, entity, stored, { name: action, values: body })
        : await withConsequences(context, await planUpdate(context, entity, stored, fields))
      counts[planned.length > 0 ? 'changed' : 'unchanged']++
      changes.push(...planned)
    } catch (error) {
      errors.push(jobErrorOf(problemOfOne(error, id), { id }))
    }
  }
  return { changes, errors, counts }
}
