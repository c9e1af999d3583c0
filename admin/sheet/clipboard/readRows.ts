import type { Pager } from '../Pager.ts'
import { isRead, type SheetRow } from '../rows.ts'

/** Rows that are read at the same time, in a few requests. */
const rowsTogether = 1000
/** How often somebody waits for rows that are being read already, and for how long, in milliseconds. */
const mostWaits = 100
const waitMs = 50

/** The rows of a list once those of an area were read; some are still not when they cannot be read. */
export async function readRows(
  pager: Pick<Pager, 'rows' | 'look' | 'state'>,
  firstRow: number,
  lastRow: number,
): Promise<readonly SheetRow[]> {
  const isMissing = (from: number, to: number) => pager.rows.slice(from, to + 1).some((row) => !isRead(row))
  for (let from = firstRow; from <= lastRow; from += rowsTogether) {
    const to = Math.min(from + rowsTogether - 1, lastRow)
    for (let wait = 0; wait < mostWaits && isMissing(from, to) && (wait === 0 || pager.state === 'read'); wait++) {
      await pager.look(from, to)
      if (isMissing(from, to)) await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  return pager.rows
}
