import { env } from '#functions/platform/aws/env.ts'
import type { TransactionStep } from '#functions/platform/store/commit.ts'
import { jobPartition, type Key } from '#functions/platform/store/keys.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import { type JobError, noteStep } from './notes.ts'

/** How long a worker holds a job without saving progress before another may take it over, in milliseconds. */
export const leaseMs = 30_000

/** Where a job stands: how many of its records are dealt with, and which worker holds it. */
export interface JobControl {
  readonly pointer: number
  readonly failed: number
  /** What became of the records besides, by name: `inserted`, `updated`, … */
  readonly tally: Readonly<Record<string, number>>
  readonly total?: number
  readonly fence: number
  readonly leaseUntil: number
  readonly isCancelled: boolean
}

/** What one step of a job did: the records it moved past, what failed, what became of the rest, and what to show of it. */
export interface JobProgress {
  readonly from: number
  readonly to: number
  readonly errors: readonly JobError[]
  readonly tally?: Readonly<Record<string, number>>
  readonly shown?: readonly unknown[]
}

const controlKey = (id: string): Key => ({ pk: jobPartition(id), sk: 'A' })
const chunkKey = (id: string, chunk: number): Key => ({
  pk: jobPartition(id),
  sk: `s#${String(chunk).padStart(5, '0')}`,
})

/** Ids in one snapshot item. */
export const snapshotSize = 1000

/** Where a job stands, or undefined before a worker took it. */
export async function readControl(id: string): Promise<JobControl | undefined> {
  const item = await getItem(controlKey(id), { consistent: true })
  return item && controlFrom(item)
}

function controlFrom(item: Readonly<Record<string, unknown>>): JobControl {
  return {
    pointer: Number(item.pointer ?? 0),
    failed: Number(item.failed ?? 0),
    tally: Object.fromEntries(
      Object.entries(item).flatMap(([name, value]) => (name.startsWith('n_') ? [[name.slice(2), Number(value)]] : [])),
    ),
    ...(item.total !== undefined && { total: Number(item.total) }),
    fence: Number(item.fence ?? 0),
    leaseUntil: Number(item.leaseUntil ?? 0),
    isCancelled: item.isCancelled === true,
  }
}

/** Takes a job that nobody holds; undefined when another worker does. The fence makes the holder before harmless. */
export async function takeJob(id: string, now = Date.now()): Promise<number | undefined> {
  const taken = await updateItem(controlKey(id), {
    set: 'SET fence = if_not_exists(fence, :zero) + :one, leaseUntil = :until',
    condition: 'attribute_not_exists(leaseUntil) OR leaseUntil < :now',
    values: { ':zero': 0, ':one': 1, ':until': now + leaseMs, ':now': now },
  })
  return taken && Number(taken.fence)
}

/** Lets a job go, so that the next worker need not wait for the lease to run out. */
export const leaveJob = (id: string, fence: number) =>
  updateItem(controlKey(id), {
    set: 'SET leaseUntil = :zero',
    condition: 'fence = :fence',
    values: { ':zero': 0, ':fence': fence },
  })

/** Keeps how many records the job has, once its snapshot is complete. */
export const setTotal = (id: string, fence: number, total: number) =>
  updateItem(controlKey(id), {
    set: 'SET #total = :total, leaseUntil = :until',
    condition: 'fence = :fence',
    values: { ':total': total, ':fence': fence, ':until': Date.now() + leaseMs },
    names: { '#total': 'total' },
  })

/** Asks the worker to stop after the records it is at. */
export const cancelControl = (id: string) =>
  updateItem(controlKey(id), { set: 'SET isCancelled = :true', values: { ':true': true } })

/** The step that moves a job on, in the same transaction as the records it moves past: each is done exactly once. */
export function progressSteps(
  id: string,
  fence: number,
  { from, to, errors, tally = {}, shown = [] }: JobProgress,
): TransactionStep[] {
  const counts = Object.entries(tally).filter(([, count]) => count > 0)
  return [
    {
      means: 'claim',
      about: 'job',
      write: {
        Update: {
          TableName: env.table,
          Key: { ...controlKey(id) },
          UpdateExpression: `SET #pointer = :to, leaseUntil = :until ADD ${['failed :failed', ...counts.map(([name]) => `n_${name} :${name}`)].join(', ')}`,
          ConditionExpression:
            from === 0 ? 'fence = :fence AND attribute_not_exists(#pointer)' : 'fence = :fence AND #pointer = :from',
          ExpressionAttributeNames: { '#pointer': 'pointer' },
          ExpressionAttributeValues: {
            ':to': to,
            ':fence': fence,
            ':failed': errors.length,
            ':until': Date.now() + leaseMs,
            ...Object.fromEntries(counts.map(([name, count]) => [`:${name}`, count])),
            ...(from > 0 && { ':from': from }),
          },
        },
      },
    },
    ...(errors.length > 0 ? [noteStep(id, 'e', from, errors)] : []),
    ...(shown.length > 0 ? [noteStep(id, 'd', from, shown)] : []),
  ]
}

/** Saves how far a job is that can begin again at any time, and gives where it stands; undefined when it was lost. */
export async function saveProgress(id: string, fence: number, pointer: number): Promise<JobControl | undefined> {
  const saved = await updateItem(controlKey(id), {
    set: 'SET #pointer = :to, leaseUntil = :until',
    condition: 'fence = :fence',
    values: { ':to': pointer, ':fence': fence, ':until': Date.now() + leaseMs },
    names: { '#pointer': 'pointer' },
  })
  return saved && controlFrom(saved)
}

/** Keeps one part of the list of records a job is about. */
export const saveSnapshot = (id: string, fence: number, chunk: number, ids: readonly string[]) =>
  updateItem(chunkKey(id, chunk), {
    set: 'SET ids = :ids, fence = :fence',
    // A worker that lost the job meanwhile must not change what the next one goes by.
    condition: 'attribute_not_exists(fence) OR fence <= :fence',
    values: { ':ids': ids, ':fence': fence },
  })

/** The ids of one part of a job's list. */
export async function readSnapshot(id: string, chunk: number): Promise<string[]> {
  const item = await getItem(chunkKey(id, chunk), { consistent: true })
  return Array.isArray(item?.ids) ? item.ids : []
}
