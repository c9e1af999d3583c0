import * as z from 'zod'
import type { Context } from '#functions/platform/http/context.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { type ChangedVersion, readJobList } from '#functions/platform/store/items/jobItems.ts'
import { DamagedValue } from '#functions/platform/store/packing/packed.ts'
import { entriesAt } from '#functions/platform/store/persons/entriesAt.ts'
import { readKeysOf } from '#functions/platform/store/persons/keysOfChanges.ts'
import type { OpenEntry } from '#functions/platform/store/persons/openHistory.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { JobError } from '#shared/entities/job.ts'
import { isRefusal } from '#shared/refusals.ts'
import { valuesBack } from '#shared/rules/jobs/undoing.ts'
import { type ChunkChanges, runChunks } from './chunks.ts'
import { bulkResult } from './control.ts'
import { jobErrorOf, problemOfOne } from './jobError.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'

const undoRequest = z.object({ jobId: z.string() })

/** Gives the records that another job changed the values they had before it, each once; what others changed since stays. */
export async function runUndo(run: JobRun): Promise<JobOutcome> {
  const entity = entityOf(run.job.resource)
  const { jobId } = undoRequest.parse(run.job.request)
  // The other job has ended, so that its list is the same whenever this one is resumed.
  const records = await readJobList(jobId, 'changed')
  const status = await runChunks(run, {
    count: async () => records.length,
    changesFor: (context, from, to) => changesFor(context, entity, records.slice(from, to)),
    errorOf: async (index, cause) => jobErrorOf(cause, { id: records[index]?.id ?? '' }),
  })
  return { status, ...(await bulkResult(run.job.id, status)) }
}

async function changesFor(
  context: Context,
  entity: Entity,
  versions: readonly ChangedVersion[],
): Promise<ChunkChanges> {
  const changes: Change[] = []
  const errors: JobError[] = []
  const counts = { changed: 0, unchanged: 0 }
  const damaged = new Set<string>()
  const ids = versions.map(({ id }) => id)
  const stored = await getRecords(entity, ids, { onDamaged: (id) => damaged.add(id) })
  await readKeysOf(
    entity,
    stored.map(({ record }) => record),
  )
  const entries = await entriesAt(versions)
  const records = new Map(stored.map((each) => [each.record.id, each]))
  for (const id of ids) {
    try {
      if (damaged.has(id)) throw new DamagedValue()
      const planned = await planBack(context, entity, records.get(id), entries.get(id))
      counts[planned.length > 0 ? 'changed' : 'unchanged']++
      changes.push(...planned)
    } catch (error) {
      errors.push(jobErrorOf(problemOfOne(error, id), { id }))
    }
  }
  return { changes, errors, counts }
}

/** The change that takes back what one entry of history says of a record, with what follows from it. */
async function planBack(
  context: Context,
  entity: Entity,
  stored: StoredRecord | undefined,
  entry: OpenEntry | undefined,
): Promise<Change[]> {
  const isThere = stored && stored.record.deletedAt === undefined && (await isReached(context, entity, stored.record))
  if (!isThere || !entry) throw problem('NOT_FOUND')
  if (entry.erased) throw problem('ERASED')
  const back = valuesBack(stored.record, entry, entity.fields)
  if (isRefusal(back)) throw new Problem(back)
  if (Object.keys(back).length === 0) return []
  return withConsequences(context, await planUpdate(context, entity, stored, back))
}
