import { env } from '#functions/platform/aws/env.ts'
import type { TransactionStep } from '#functions/platform/store/commit.ts'
import { jobPartition } from '#functions/platform/store/keys.ts'
import { wholePartition } from '#functions/platform/store/read.ts'
import { expiryAttribute } from '#functions/platform/store/table.ts'

/** How long what a job was given and shows is kept, in seconds; people's names may be among it. */
export const keptSeconds = 7 * 24 * 3600

/** One record a job could not change, and why; `row` is its place in the file it came from. */
export interface JobError {
  readonly id: string
  readonly row?: number
  readonly message: string
  /** Id of the rule that refused, by which the panel says it in the person's language. */
  readonly rule?: string
}

/** The step that keeps what is to be told of the records from `at` on: errors for good, differences for some days. */
export const noteStep = (id: string, kind: 'e' | 'd', index: number, entries: readonly unknown[]): TransactionStep => ({
  means: 'claim',
  write: {
    Put: {
      TableName: env.table,
      Item: {
        pk: jobPartition(id),
        sk: `${kind}#${String(index).padStart(8, '0')}`,
        entries,
        ...(kind === 'd' && { [expiryAttribute]: Math.floor(Date.now() / 1000) + keptSeconds }),
      },
    },
  },
})

/** What could not be changed, in order, up to a number of entries. */
export const readErrors = (id: string, limit: number): Promise<JobError[]> => readNotes<JobError>(id, 'e', limit)

/** Entries a job keeps to be shown. */
export const mostShown = 100

/** What a job kept to be shown, in order, until it expires: it stays out of the job's record, whose history stays. */
export const readShown = (id: string): Promise<unknown[]> => readNotes(id, 'd', mostShown)

async function readNotes<T>(id: string, kind: 'e' | 'd', limit: number): Promise<T[]> {
  const found: T[] = []
  for await (const item of wholePartition(jobPartition(id), `${kind}#`)) {
    if (Array.isArray(item.entries)) found.push(...item.entries)
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}
