import { type ChangedVersion, jobControlKey, jobListStep } from '#functions/platform/store/items/jobItems.ts'
import { extendLease, extendLeaseStep, type Lease, takeLease } from '#functions/platform/store/lease.ts'
import { getItem } from '#functions/platform/store/read.ts'
import type { TransactionStep } from '#functions/platform/store/steps.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import type { BulkResult } from '#shared/api/bulk.ts'
import type { Difference } from '#shared/api/transfer.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { JobError } from '#shared/entities/job.ts'

/** How long the lease of a job lasts without progress before another worker may take it, in milliseconds. */
export const leaseMs = 30_000

/** Differences that the check of a file keeps to be shown. */
export const differenceLimit = 100

/** Where a job stands: how many of its records are dealt with, and which worker has it. */
export interface JobControl {
  /** Index of the first record that is still to be dealt with. */
  readonly pointer: number
  readonly failed: number
  /** How many records ended in some way, by its name: `inserted`, `updated`, … */
  readonly counts: Readonly<Record<string, number>>
  readonly total?: number
  readonly fence: number
  readonly isCancelled: boolean
  /** How many runs in a row ended by an error without dealing with any record, and where. */
  readonly failures: number
  readonly failedAt?: number
}

/** What one chunk of a job did: the records from one index up to another, errors, counts and what is shown of them. */
export interface JobProgress {
  readonly from: number
  readonly to: number
  readonly errors: readonly JobError[]
  readonly counts?: Readonly<Record<string, number>>
  readonly differences?: readonly Difference[]
  /** What the check of a file said of each row. */
  readonly outcomes?: readonly number[]
  /** Records that were changed by their fields, in the versions that were written. */
  readonly changed?: readonly ChangedVersion[]
}

/** Where a job stands, or undefined before a worker took it. */
export async function readControl(id: string): Promise<JobControl | undefined> {
  const item = await getItem(jobControlKey(id), { consistent: true })
  return item && controlFrom(item)
}

// Names of counts stand apart from the other attributes of the item.
const countPrefix = 'n_'

function controlFrom(item: RecordValues): JobControl {
  const counts = Object.entries(item).flatMap(([name, value]) =>
    name.startsWith(countPrefix) ? [[name.slice(countPrefix.length), Number(value)]] : [],
  )
  return {
    pointer: Number(item.pointer ?? 0),
    failed: Number(item.failed ?? 0),
    counts: Object.fromEntries(counts),
    ...(item.total !== undefined && { total: Number(item.total) }),
    fence: Number(item.fence ?? 0),
    isCancelled: item.isCancelled === true,
    failures: Number(item.failures ?? 0),
    ...(item.failedAt !== undefined && { failedAt: Number(item.failedAt) }),
  }
}

/** Takes the lease of a job; undefined while another worker has it. */
export const takeJob = (id: string, now = Date.now()): Promise<Lease | undefined> =>
  takeLease(jobControlKey(id), leaseMs, now)

/** Asks the worker to stop after the chunk that it is writing. */
export const cancelControl = (id: string) => updateItem(jobControlKey(id), { set: { isCancelled: true } })

/** Saves how many records a job has, or how far it is; gives where it stands, or undefined when another worker has it. */
export async function saveProgress(
  lease: Lease,
  progress: { readonly total: number } | { readonly pointer: number },
): Promise<JobControl | undefined> {
  const item = await extendLease(lease, leaseMs, { set: progress })
  return item && controlFrom(item)
}

/** Counts a run that ended by an error; gives how many did so in a row at the same record. */
export async function countFailure(lease: Lease, id: string): Promise<number> {
  const { pointer = 0, failures = 0, failedAt } = (await readControl(id)) ?? {}
  const count = failedAt === pointer ? failures + 1 : 1
  await extendLease(lease, leaseMs, { set: { failures: count, failedAt: pointer } })
  return count
}

/** The steps that save the progress of a chunk, in the transaction of its records: each is written exactly once. */
export function progressSteps(
  lease: Lease,
  jobId: string,
  { from, to, errors, counts = {}, differences = [], outcomes = [], changed = [] }: JobProgress,
): TransactionStep[] {
  const added = Object.entries({ ...counts, undoable: changed.length }).filter(([, count]) => count > 0)
  return [
    extendLeaseStep(lease, leaseMs, {
      set: { pointer: to },
      add: { failed: errors.length, ...Object.fromEntries(added.map(([name, count]) => [countPrefix + name, count])) },
      if: { equals: { pointer: from === 0 ? undefined : from, isCancelled: undefined } },
    }),
    ...(errors.length > 0 ? [jobListStep(jobId, 'errors', from, errors)] : []),
    ...(differences.length > 0 ? [jobListStep(jobId, 'differences', from, differences)] : []),
    ...(outcomes.length > 0 ? [jobListStep(jobId, 'outcomes', from, outcomes)] : []),
    ...(changed.length > 0 ? [jobListStep(jobId, 'changed', from, changed)] : []),
  ]
}

/** The result of a job that changed records by their fields, once it has ended: how many are changed, and how many were so before. */
export async function bulkResult(id: string, status: string): Promise<{ readonly result?: BulkResult }> {
  if (status === 'unfinished') return {}
  const { changed = 0, unchanged = 0 } = (await readControl(id))?.counts ?? {}
  return { result: { changed, unchanged } }
}
