import type { ColumnRegular, DimensionCols } from '@revolist/revogrid'
import { selectColumn } from './columns.ts'

/** Where the grid keeps a column: in which of its parts, and the index there, counted from the left. */
export interface GridPlace {
  readonly colType: DimensionCols
  readonly x: number
}

/** The shown columns as a person reads them, from the right in right-to-left, and the grid's own count of them. */
export interface ReadingOrder {
  /** The names from the first one read to the last, without the column that selects rows. */
  readonly names: readonly string[]
  /** Where the grid keeps a column; undefined for one that is not shown. */
  placeOf(name: string): GridPlace | undefined
  /** The name at an index of the grid; undefined for the column that selects rows, and beyond the last. */
  nameAt(x: number, colType?: DimensionCols): string | undefined
  /** The names between two indices of a part of the grid, both included, in whichever order they are given. */
  namesBetween(x: number, x1: number, colType?: DimensionCols): readonly string[]
}

/** The parts of the grid in reading order, from the right in right-to-left; within each the grid counts from the left. */
const parts: readonly DimensionCols[] = ['colPinStart', 'rgCol', 'colPinEnd']

/** Reads the order off the columns as the grid is given them: in reading order, those of each part together. */
export function readingOrder(columns: readonly Pick<ColumnRegular, 'prop' | 'pin'>[], isRtl: boolean): ReadingOrder {
  const inParts = new Map(
    parts.map((part) => {
      const names = columns.filter(({ pin = 'rgCol' }) => pin === part).map(({ prop }) => String(prop))
      return [part, isRtl ? names.reverse() : names]
    }),
  )
  const read = parts
    .flatMap((colType) => {
      const fromLeft = (inParts.get(colType) ?? []).map((name, x) => ({ name, colType, x }))
      return isRtl ? fromLeft.reverse() : fromLeft
    })
    .filter(({ name }) => name !== selectColumn)
  const places = new Map(read.map(({ name, colType, x }) => [name, { colType, x }]))
  const names = read.map(({ name }) => name)
  const nameAt = (x: number, colType: DimensionCols = 'rgCol') => {
    const name = inParts.get(colType)?.[x]
    return name === selectColumn ? undefined : name
  }
  return {
    names,
    nameAt,
    placeOf: (name) => places.get(name),
    namesBetween: (x, x1, colType = 'rgCol') =>
      read
        .filter((each) => each.colType === colType && each.x >= Math.min(x, x1) && each.x <= Math.max(x, x1))
        .map(({ name }) => name),
  }
}
