import type { DimensionCols, RangeArea } from '@revolist/revogrid'
import type { CellArea } from '../edit/cells.ts'
import type { ReadingOrder } from '../readingOrder.ts'

/** A range of the grid by the names of its columns; undefined when it holds none but the one that selects rows. */
export function areaOf(
  { x, x1, y, y1 }: RangeArea,
  colType: DimensionCols | undefined,
  order: ReadingOrder,
): CellArea | undefined {
  const names = order.namesBetween(x, x1, colType)
  return names.length === 0 ? undefined : { names, firstRow: Math.min(y, y1), lastRow: Math.max(y, y1) }
}

/** Selects an area in the grid, as far as it lies in one of the grid's parts. */
export async function selectArea(grid: HTMLRevoGridElement, area: CellArea, order: ReadingOrder): Promise<void> {
  const [first, last] = [area.names[0], area.names.at(-1)].map((name) => order.placeOf(name ?? ''))
  if (!first || !last || first.colType !== last.colType) return
  await grid.setCellsFocus({ x: first.x, y: area.firstRow }, { x: last.x, y: area.lastRow }, first.colType)
}
