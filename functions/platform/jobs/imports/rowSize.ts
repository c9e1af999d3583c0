import type { Cells } from '#functions/platform/store/items/jobItems.ts'
import { recordLimit } from '#functions/platform/store/packing/recordSize.ts'
import type { Difference } from '#shared/api/transfer.ts'
import { problem } from '#shared/declaration/problem.ts'

/** Bytes that are kept of a row which is larger than any record: more than a record may have, so that it is refused. */
const keptBytes = recordLimit + 20_000

/** Bytes of the differences that one item keeps to be shown; an item holds 400 KB, a limit of DynamoDB. */
const shownBytes = 200_000

/** Bytes that a row takes in an item. */
export const rowBytes = (cells: Cells): number => Buffer.byteLength(cells.join('')) + 4 * cells.length

/** Throws the refusal of a row that holds more than a record may. */
export function checkRowSize(cells: Cells): void {
  const bytes = rowBytes(cells)
  if (bytes > recordLimit)
    throw problem('ROW_LARGE', { size: Math.ceil(bytes / 1000), limit: Math.floor(recordLimit / 1000) })
}

/** A row as it can be kept: the beginning of one that will be refused for its size, any other as it is. */
export function keptRow(cells: Cells): Cells {
  if (rowBytes(cells) <= keptBytes) return cells
  let left = keptBytes
  return cells.map((cell) => {
    const bytes = Buffer.from(cell).subarray(0, Math.max(0, left))
    left -= bytes.length
    // A character that was cut in two is left out.
    return bytes.length < Buffer.byteLength(cell) ? bytes.toString().replace(/\uFFFD$/, '') : cell
  })
}

/** The first differences, as many as one item keeps. */
export function shownDifferences(differences: readonly Difference[]): readonly Difference[] {
  let bytes = 0
  const end = differences.findIndex((each) => {
    bytes += Buffer.byteLength(JSON.stringify(each))
    return bytes > shownBytes
  })
  return end === -1 ? differences : differences.slice(0, end)
}
