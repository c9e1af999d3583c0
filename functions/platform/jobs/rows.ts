import { jobPartition, type Key } from '#functions/platform/store/keys.ts'
import { wholePartition } from '#functions/platform/store/read.ts'
import { removeItems } from '#functions/platform/store/removal.ts'
import { expiryAttribute } from '#functions/platform/store/table.ts'
import { updateItem } from '#functions/platform/store/update.ts'
import { keptSeconds } from './notes.ts'

/** Bytes of rows in one item; an item holds 400 KB, a limit of DynamoDB. */
const itemBytes = 250_000

const prefix = 'r#'
const keyOf = (jobId: string, from: number): Key => ({
  pk: jobPartition(jobId),
  sk: `${prefix}${String(from).padStart(8, '0')}`,
})

/** The cells of one line of a file. */
export type Cells = readonly string[]

/** Keeps the rows of a file for a job to come, in as many items as they take. */
export async function keepRows(jobId: string, rows: readonly Cells[], now = Date.now()): Promise<void> {
  const expires = Math.floor(now / 1000) + keptSeconds
  for (const [from, part] of partsOf(rows))
    await updateItem(keyOf(jobId, from), {
      set: 'SET cells = :cells, #expires = :expires',
      values: { ':cells': part, ':expires': expires },
      names: { '#expires': expiryAttribute },
    })
}

function* partsOf(rows: readonly Cells[]): Generator<[number, readonly Cells[]]> {
  let start = 0
  let bytes = 0
  for (const [index, row] of rows.entries()) {
    const size = Buffer.byteLength(row.join('')) + 4 * row.length
    if (index > start && bytes + size > itemBytes) {
      yield [start, rows.slice(start, index)]
      start = index
      bytes = 0
    }
    bytes += size
  }
  if (start < rows.length) yield [start, rows.slice(start)]
}

/** The rows kept for a job, in order. */
export async function readRows(jobId: string): Promise<Cells[]> {
  const rows: Cells[] = []
  for await (const { cells } of wholePartition(jobPartition(jobId), prefix))
    if (Array.isArray(cells)) rows.push(...cells)
  return rows
}

/** Removes the rows of a job that has ended: they may hold what a patient is entitled to have forgotten. */
export async function dropRows(jobId: string): Promise<void> {
  const keys: Key[] = []
  for await (const { pk, sk } of wholePartition(jobPartition(jobId), prefix))
    keys.push({ pk: String(pk), sk: String(sk) })
  await removeItems(keys)
}
