import type { Difference } from '#shared/api/transfer.ts'
import type { JobError } from '#shared/entities/job.ts'
import type { Key } from '../keys.ts'
import { getItem, queryPartition, wholePartition } from '../read.ts'
import { removeItems } from '../removal.ts'
import { putItem, type TransactionStep } from '../steps.ts'
import { expiryAttribute } from '../table.ts'
import { updateItem } from '../update.ts'

/** The cells of one row of a file. */
export type Cells = readonly string[]

/** A record as a job left it. */
export interface ChangedVersion {
  readonly id: string
  readonly version: number
}

/** What a job keeps beside its record: entries by list. */
interface JobLists {
  /** Ids of the records that it is about. */
  readonly ids: string
  /** Records that it changed by their fields, each with the version that it wrote. */
  readonly changed: ChangedVersion
  readonly errors: JobError
  /** What the rows of a checked file would do. */
  readonly differences: Difference
  /** What a check said of each row: the version of its record, 0 for a new one, -1 for a refused one. */
  readonly outcomes: number
  /** The rows of the file. */
  readonly rows: Cells
}

type ListName = keyof JobLists

const prefixes: Readonly<Record<ListName, string>> = {
  ids: 's#',
  changed: 'c#',
  errors: 'e#',
  differences: 'd#',
  outcomes: 'o#',
  rows: 'r#',
}

/** How long rows and differences are kept, in seconds; people's names may be among them. */
const lifetime = 7 * 24 * 3600

const partition = (jobId: string): string => `JOB#${jobId}`

/** Where the lease and the progress of a job stand. */
export const jobControlKey = (jobId: string): Key => ({ pk: partition(jobId), sk: 'A' })

const partKey = (jobId: string, list: ListName, start: number): Key => ({
  pk: partition(jobId),
  sk: `${prefixes[list]}${String(start).padStart(8, '0')}`,
})

const partOf = (list: ListName, entries: readonly unknown[]) => ({
  entries,
  ...((list === 'rows' || list === 'differences' || list === 'outcomes') && {
    [expiryAttribute]: Math.floor(Date.now() / 1000) + lifetime,
  }),
})

/** The step that writes the part of a list that begins at an index. */
export const jobListStep = <L extends ListName>(
  jobId: string,
  list: L,
  start: number,
  entries: readonly JobLists[L][],
): TransactionStep => putItem({ ...partKey(jobId, list, start), ...partOf(list, entries) })

/** Writes the part of a list that begins at an index, unless a worker of a higher fence wrote it. */
export const saveJobList = <L extends ListName>(
  jobId: string,
  list: L,
  start: number,
  entries: readonly JobLists[L][],
  fence = 0,
) =>
  updateItem(partKey(jobId, list, start), {
    set: { ...partOf(list, entries), fence },
    if: { absentOrBelow: { fence: fence + 1 } },
  })

/** The part of a list that begins at an index; empty when there is none. */
export async function readJobListPart<L extends ListName>(
  jobId: string,
  list: L,
  start: number,
): Promise<readonly JobLists[L][]> {
  return entriesOf(await getItem(partKey(jobId, list, start), { consistent: true }))
}

/** The entries of a list in order, up to a number. */
export async function readJobList<L extends ListName>(
  jobId: string,
  list: L,
  limit = Number.POSITIVE_INFINITY,
): Promise<JobLists[L][]> {
  const entries: JobLists[L][] = []
  for await (const item of wholePartition(partition(jobId), prefixes[list])) {
    entries.push(...entriesOf<L>(item))
    if (entries.length >= limit) break
  }
  return entries.slice(0, limit)
}

/** The entries of a list whose parts begin behind an index, whole parts up to about a number; `next` is where to go on. */
export async function readJobListFrom<L extends ListName>(
  jobId: string,
  list: L,
  after: number,
  limit: number,
): Promise<{ readonly entries: JobLists[L][]; readonly next?: number }> {
  const entries: JobLists[L][] = []
  let place = after < 0 ? undefined : partKey(jobId, list, after)
  for (;;) {
    const options = { prefix: prefixes[list], after: place, limit: 20, consistent: true }
    const { items, next } = await queryPartition(partition(jobId), options)
    entries.push(...items.flatMap((item) => entriesOf<L>(item)))
    place = next
    if (!place) return { entries }
    if (entries.length >= limit) return { entries, next: Number(place.sk.slice(prefixes[list].length)) }
  }
}

const entriesOf = <L extends ListName>(item: Readonly<Record<string, unknown>> = {}): JobLists[L][] =>
  Array.isArray(item.entries) ? item.entries : []

/** Removes a list. */
export async function removeJobList(jobId: string, list: ListName): Promise<void> {
  const keys: Key[] = []
  for await (const { pk, sk } of wholePartition(partition(jobId), prefixes[list]))
    keys.push({ pk: String(pk), sk: String(sk) })
  await removeItems(keys)
}
