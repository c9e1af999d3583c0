import type { ColumnRegular } from '@revolist/revogrid'
import { selectColumn } from '../columns.ts'
import type { GridPlace } from '../readingOrder.ts'

/** Scrolls the grid as little as it takes to show a cell whole. */
export async function revealCell(
  grid: HTMLRevoGridElement,
  columns: readonly ColumnRegular[],
  place: GridPlace | undefined,
  row: number,
): Promise<void> {
  const scroller = grid.querySelector('revogr-viewport-scroll.rgCol')
  const rows = scroller?.querySelector('.vertical-inner')
  if (!scroller || !rows) return
  const y = nearest(rows.scrollTop, rows.clientHeight, row * grid.rowSize, grid.rowSize)
  // A pinned column never leaves the screen.
  const x = place?.colType === 'rgCol' ? nearestColumn(scroller, columns, place.x, grid.rtl) : undefined
  if (x === undefined && y === undefined) return
  await grid.scrollToCoordinate({ ...(x !== undefined && { x }), ...(y !== undefined && { y }) })
}

/** Where to scroll so that a stretch is seen; undefined when it is. */
function nearest(from: number, length: number, start: number, size: number): number | undefined {
  if (start < from) return start
  return start + size > from + length ? Math.max(0, Math.min(start, start + size - length)) : undefined
}

function nearestColumn(scroller: Element, columns: readonly ColumnRegular[], x: number, isRtl: boolean) {
  const scrolling = columns.filter(({ pin }) => !pin)
  const fromLeft = isRtl ? scrolling.toReversed() : scrolling
  const width = (column: ColumnRegular | undefined) => column?.size ?? 0
  const start = fromLeft.slice(0, x).reduce((sum, column) => sum + width(column), 0)
  // With the first column comes the one that selects rows, which no key leads to.
  const [before, after] = [fromLeft[x - 1], fromLeft[x + 1]].map((each) =>
    each?.prop === selectColumn ? width(each) : 0,
  ) as [number, number]
  return nearest(scroller.scrollLeft, scroller.clientWidth, start - before, before + width(fromLeft[x]) + after)
}
