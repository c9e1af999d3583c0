import { isOwnSite } from '#shared/access.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Job } from '#shared/entities/job.ts'
import type { Entity } from '#shared/entity.ts'
import { parseList } from '#shared/page.ts'
import { Problem } from '#shared/problem.ts'
import type { BulkBody } from '../kit/bulk.ts'
import { planAction, planUpdate } from '../kit/change.ts'
import {
  advance,
  type JobControl,
  type JobError,
  readControl,
  readSnapshot,
  saveSnapshot,
  setTotal,
  snapshotSize,
} from '../kit/jobControl.ts'
import { listPage } from '../kit/list.ts'
import { searchPage } from '../kit/search.ts'
import { type Change, Refused, stepsOf, transact, transactionLimit } from '../kit/store/commit.ts'
import { getRecords } from '../kit/store/read.ts'
import { type Work, workOf } from '../kit/work.ts'

/** Records tried in one transaction; fewer when they need more writes each. */
const chunk = 30

/** A bulk job in the hands of one worker. */
export interface Held {
  readonly job: Job
  readonly request: BulkBody
  readonly fence: number
  readonly work: Work
  /** Epoch milliseconds by which to stop and let the next run go on. */
  readonly until: number
}

/** Carries a bulk job on until it is done, cancelled, lost to another worker, or out of time. */
export async function runBulk(held: Held): Promise<'done' | 'cancelled' | 'left'> {
  const { job, fence } = held
  const of = entityOf(job.resource)
  let control = await readControl(job.id)
  if (control && control.total === undefined) {
    const total = await snapshot(held, of)
    if (!(await setTotal(job.id, fence, total))) return 'left'
    control = await readControl(job.id)
  }
  let size = chunk
  let part: { at: number; ids: string[] } = { at: -1, ids: [] }
  while (control && control.pointer < (control.total ?? 0)) {
    if (control.isCancelled) return 'cancelled'
    if (control.fence !== fence || Date.now() > held.until) return 'left'
    const at = Math.floor(control.pointer / snapshotSize)
    if (part.at !== at) part = { at, ids: await readSnapshot(job.id, at) }
    const start = control.pointer % snapshotSize
    const outcome = await changeSome(held, of, control, part.ids.slice(start, start + size))
    size = outcome === 'again' ? Math.max(1, Math.floor(size / 2)) : Math.min(chunk, size + 5)
    control = await readControl(job.id)
  }
  return 'done'
}

/** Fixes which records the job is about; the same list whenever it is resumed. */
async function snapshot({ job, request, fence, work }: Held, of: Entity): Promise<number> {
  const ids = request.ids ? [...new Set(request.ids)] : await matching(of, request.filter ?? {}, work)
  for (let at = 0; at * snapshotSize < ids.length; at++)
    await saveSnapshot(job.id, fence, at, ids.slice(at * snapshotSize, (at + 1) * snapshotSize))
  return ids.length
}

async function matching(of: Entity, filter: Readonly<Record<string, unknown>>, { actor }: Work): Promise<string[]> {
  const ids = new Set<string>()
  let cursor: string | undefined
  do {
    const query = parseList(of, { filter: JSON.stringify(filter), limit: '200', cursor }, actor)
    const page: Awaited<ReturnType<typeof listPage>> =
      query.q === undefined ? await listPage(of, query, actor) : await searchPage(of, query.q, query, actor)
    for (const row of page.rows) ids.add(row.id)
    cursor = page.nextCursor
  } while (cursor)
  return [...ids]
}

async function changeSome(
  held: Held,
  of: Entity,
  control: JobControl,
  ids: readonly string[],
): Promise<'moved' | 'again'> {
  const { job, fence } = held
  // A new clock reading for each chunk: history says when each record was really changed.
  const work: Work = {
    ...workOf(held.work.actor, 'bulk', new Date().toISOString(), job.id),
    references: held.work.references,
  }
  const { changes, errors } = await planAll(work, of, held.request, ids)
  try {
    const { steps } = stepsOf(work.doing, changes)
    const progress = advance(job.id, fence, control.pointer, control.pointer + ids.length, errors)
    if (steps.length + progress.length > transactionLimit) {
      if (ids.length === 1) throw new Error('One record needs more writes than a transaction takes')
      return 'again'
    }
    await transact([...steps, ...progress])
    return 'moved'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Somebody else changed a record between reading and writing: read again, in smaller parts.
    if (error.what === 'unique' && ids.length === 1)
      await transact(
        advance(job.id, fence, control.pointer, control.pointer + 1, [
          { id: ids[0] ?? '', message: 'Another record already has these values.' },
        ]),
      )
    return 'again'
  }
}

async function planAll(work: Work, of: Entity, request: BulkBody, ids: readonly string[]) {
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
      const fields = Object.entries(error.details.errors ?? {}).map(([name, text]) => `${name} ${text}`)
      errors.push({ id, message: fields.length > 0 ? fields.join('; ') : error.message })
    }
  }
  return { changes, errors }
}
