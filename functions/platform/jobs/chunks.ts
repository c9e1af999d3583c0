import { type Context, contextFor } from '#functions/platform/http/context.ts'
import { isConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { type Change, prepare } from '#functions/platform/store/commit.ts'
import type { ChangedVersion } from '#functions/platform/store/items/jobItems.ts'
import { keysOfChanges } from '#functions/platform/store/persons/keysOfChanges.ts'
import { TooManyWrites } from '#functions/platform/store/transact.ts'
import { Problem } from '#shared/declaration/problem.ts'
import type { Job, JobError } from '#shared/entities/job.ts'
import { type JobProgress, progressSteps, readControl, saveProgress } from './control.ts'
import { problemOfOne } from './jobError.ts'
import type { JobOutcome, JobRun } from './jobRun.ts'

/** Records tried in one transaction first; fewer when they need more writes each. */
const chunkSize = 45

/** Chunks that are planned before their turn. */
const chunksAhead = 2

/** How often in a row others may come first before the record that stands alone is left as it was. */
const mostConflicts = 40

/** What is to be written for the records of a chunk, and why nothing is for some. */
export interface ChunkChanges extends Omit<JobProgress, 'from' | 'to'> {
  readonly changes: readonly Change[]
}

/** The records of a job in a fixed order, and what changes in a chunk of them. */
export interface ChunkPlan {
  /** Fixes which records the job is about, the same ones whenever it is resumed, and counts them. */
  readonly count: () => Promise<number>
  readonly changesFor: (context: Context, from: number, to: number) => Promise<ChunkChanges>
  /** The error of a single record that could not be written. */
  readonly errorOf: (index: number, problem: Problem) => Promise<JobError>
}

interface Chunk {
  readonly from: number
  readonly to: number
  readonly changes: Promise<ChunkChanges>
}

/** Runs a job chunk by chunk until it is done, cancelled, taken by another worker, or out of time. */
export async function runChunks(run: JobRun, plan: ChunkPlan): Promise<JobOutcome['status']> {
  const { job, lease, until } = run
  let control = await readControl(job.id)
  if (control && control.total === undefined) control = await saveProgress(lease, { total: await plan.count() })
  const total = control?.total ?? 0
  let size = chunkSize
  let limit = chunkSize
  let ahead: Chunk[] = []
  let conflicts = 0
  const chunkFrom = (from: number): Chunk => {
    const to = Math.min(from + size, total)
    const changes = changesOf(run, plan, from, to)
    // It is awaited later, or not at all when the records before it are planned again.
    changes.catch(() => {})
    return { from, to, changes }
  }
  while (control && control.pointer < total) {
    if (control.isCancelled) return 'cancelled'
    if (control.fence !== lease.fence || Date.now() > until) return 'unfinished'
    const chunk: Chunk = ahead.shift() ?? chunkFrom(control.pointer)
    const changes = await chunk.changes
    // The next records are planned while the store writes these. It reads those of one chunk more only after this write.
    while (ahead.length < chunksAhead) {
      const { to: from } = ahead.at(-1) ?? chunk
      if (from >= total) break
      ahead.push(chunkFrom(from))
    }
    const length = chunk.to - chunk.from
    const outcome = await write(run, plan, chunk, changes, length === 1 && conflicts >= mostConflicts)
    conflicts = outcome === 'conflict' ? conflicts + 1 : 0
    if (outcome === 'too many writes') limit = Math.max(1, length - 3)
    size = outcome === 'conflict' ? Math.max(1, Math.floor(length / 2)) : Math.min(limit, size + 5)
    if (outcome !== 'written') ahead = []
    // A chunk is only written by the worker whose lease it is, and while nobody has cancelled the job.
    control = outcome === 'written' ? { ...control, pointer: chunk.to } : await readControl(job.id)
  }
  return control?.fence === lease.fence ? 'done' : 'unfinished'
}

async function changesOf(run: JobRun, plan: ChunkPlan, from: number, to: number): Promise<ChunkChanges> {
  const context = contextNow(run)
  const { changes, ...progress } = await plan.changesFor(context, from, to)
  // A new record may get its number first.
  const ready = changes.filter(({ before }) => before !== undefined)
  // Why one of them cannot be written is told when it is.
  const keys = await keysOfChanges(ready).catch(() => undefined)
  const { origin } = context
  if (!keys) return { ...progress, changes }
  const own = changes.map((each) => (each.before ? { ...each, origin } : each))
  await prepare(
    origin,
    own.filter(({ before }) => before !== undefined),
    keys,
  )
  return { ...progress, changes: own }
}

// Each chunk has its own instant: history says when each record was really changed.
const contextNow = ({ context, job }: JobRun): Context => ({
  ...contextFor(context.actor, context.origin.source, new Date().toISOString(), job.id),
  references: context.references,
})

async function write(
  run: JobRun,
  plan: ChunkPlan,
  { from, to }: Pick<Chunk, 'from' | 'to'>,
  { changes, ...progress }: ChunkChanges,
  isLast = false,
): Promise<'written' | 'too many writes' | 'conflict'> {
  try {
    const changed = changedVersions(run.job, changes)
    await save(contextNow(run), changes, progressSteps(run.lease, run.job.id, { from, to, changed, ...progress }))
    return 'written'
  } catch (error) {
    const isSingle = to - from === 1
    if (error instanceof TooManyWrites && !isSingle) return 'too many writes'
    // Somebody else changed a record, drew a number or cancelled meanwhile: the records are planned again, in smaller chunks.
    if (!isLast && (isConflict(error) || (error instanceof Problem && error.status === 503))) return 'conflict'
    if (changes.length === 0) throw error
    const refused = problemOfOne(error, run.job.id)
    // One of several is at fault: they are written in smaller chunks until it stands alone.
    if (!isSingle) return 'conflict'
    return write(run, plan, { from, to }, { changes: [], errors: [await plan.errorOf(from, refused)] })
  }
}

/** The records that a chunk changes by their fields, which can be undone; a step cannot. */
function changedVersions({ kind, resource, request = {} }: Job, changes: readonly Change[]): ChangedVersion[] {
  if (kind === 'undo' || request.action !== undefined) return []
  return changes.flatMap(({ entity, before, after: { id }, action }) =>
    before && entity.resource === resource && action === 'update' ? [{ id, version: before.record.version + 1 }] : [],
  )
}
