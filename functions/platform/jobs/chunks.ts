import { type Context, contextFor } from '#functions/platform/http/context.ts'
import { save } from '#functions/platform/records/save.ts'
import { type Change, TooManyWrites, TransactionRefused } from '#functions/platform/store/commit.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { type JobControl, type JobProgress, progressSteps, readControl, setTotal } from './control.ts'
import type { JobOutcome, JobRun } from './lock.ts'
import type { JobError } from './notes.ts'

/** Records tried in one transaction; fewer when they need more writes each. */
const chunk = 45

/** Why a record is left as it is. */
export type Reason = Pick<JobError, 'message' | 'rule'>

/** What is to become of some records of a job, or why nothing can. */
export interface ChunkChanges extends Omit<JobProgress, 'from' | 'to'> {
  readonly changes: readonly Change[]
}

/** The records of a job in an order that stays, and what to do with a stretch of them. */
export interface ChunkPlan {
  /** Fixes which records the job is about, the same ones whenever it is resumed; how many. */
  readonly count: () => Promise<number>
  readonly plan: (context: Context, from: number, to: number) => Promise<ChunkChanges>
  /** The error of a single record that could not be written after all. */
  readonly failed: (index: number, reason: Reason) => Promise<JobError>
}

interface Chunk {
  readonly from: number
  readonly to: number
  readonly part: Promise<ChunkChanges>
}

/** Carries a job on along its course until it is done, cancelled, lost to another worker, or out of time. */
export async function runChunks(held: JobRun, course: ChunkPlan): Promise<JobOutcome['status']> {
  const { job, fence } = held
  let control = await readControl(job.id)
  if (control && control.total === undefined) {
    if (!(await setTotal(job.id, fence, await course.count()))) return 'left'
    control = await readControl(job.id)
  }
  const total = control?.total ?? 0
  let size = chunk
  let most = chunk
  let ahead: Chunk | undefined
  const planFrom = (from: number): Chunk => {
    const to = Math.min(from + size, total)
    const part = course.plan(workNow(held), from, to)
    // It is awaited later, or not at all when the records before it are planned again.
    part.catch(() => {})
    return { from, to, part }
  }
  while (control && control.pointer < total) {
    if (control.isCancelled) return 'cancelled'
    if (control.fence !== fence || Date.now() > held.until) return 'left'
    const { pointer } = control
    const now = ahead?.from === pointer ? ahead : planFrom(pointer)
    const part = await now.part
    // The next records are planned while the store writes these.
    ahead = now.to < total ? planFrom(now.to) : undefined
    const length = now.to - now.from
    const outcome = await write(held, course, control, now, part)
    if (outcome === 'too many') most = Math.max(1, length - 3)
    size = outcome === 'clash' ? Math.max(1, Math.floor(length / 2)) : Math.min(most, size + 5)
    if (outcome !== 'written') ahead = undefined
    control = await readControl(job.id)
  }
  return control?.fence === fence ? 'done' : 'left'
}

// A new clock reading for each stretch: history says when each record was really changed.
const workNow = ({ context, job }: JobRun): Context => ({
  ...contextFor(context.actor, context.origin.source, new Date().toISOString(), job.id),
  references: context.references,
})

async function write(
  held: JobRun,
  course: ChunkPlan,
  { pointer }: JobControl,
  { from, to }: Chunk,
  { changes, ...passed }: ChunkChanges,
): Promise<'written' | 'too many' | 'clash'> {
  const { job, fence } = held
  try {
    await save(workNow(held), changes, progressSteps(job.id, fence, { from, to, ...passed }))
    return 'written'
  } catch (error) {
    const isSingle = to - from === 1
    if (error instanceof TooManyWrites) {
      if (isSingle) throw error
      return 'too many'
    }
    // Somebody else changed a record or drew a number meanwhile: plan again, in smaller parts.
    const isPassing =
      error instanceof TransactionRefused || (error instanceof Problem && [412, 503].includes(error.status))
    if (isPassing || (error instanceof Problem && !isSingle)) return 'clash'
    if (!(error instanceof Problem)) throw error
    const errors = [await course.failed(pointer, reasonOf(error))]
    await save(workNow(held), [], progressSteps(job.id, fence, { from, to, errors }))
    return 'written'
  }
}

/** What a problem says of a record, its fields by name, and the rule that refused. */
export function reasonOf({ message, details }: Problem): Reason {
  const fields = Object.entries(details.errors ?? {}).map(([name, text]) =>
    name === 'root' ? text : `${name} ${text}`,
  )
  return { message: fields.length > 0 ? fields.join('; ') : message, ...(details.rule && { rule: details.rule }) }
}
