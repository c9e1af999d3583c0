import type { CellPosition } from '../edit/moves.ts'
import type { SheetRow } from '../rows.ts'
import type { RefusedCell } from './refusedCells.ts'

/** The refused cells that the list shows, in reading order; the others are in rows or columns that it does not show now. */
export function refusedPlaces(
  refused: readonly RefusedCell[],
  rows: readonly SheetRow[],
  names: readonly string[],
): Required<CellPosition>[] {
  const ids = new Set(refused.map(({ id }) => id))
  const placeById = new Map(rows.flatMap(({ id }, place) => (ids.has(id) ? [[id, place] as const] : [])))
  const places = refused.flatMap(({ id, field }) => {
    const row = placeById.get(id)
    return row === undefined || !names.includes(field) ? [] : [{ row, name: field }]
  })
  return places.sort((a, b) => a.row - b.row || names.indexOf(a.name) - names.indexOf(b.name))
}

/** The first of some places after a cell, and after the last of them the first one again. */
export function placeAfter(
  places: readonly Required<CellPosition>[],
  at: CellPosition | undefined,
  names: readonly string[],
): Required<CellPosition> | undefined {
  const isLater = ({ row, name }: Required<CellPosition>) =>
    at === undefined || row > at.row || (row === at.row && names.indexOf(name ?? '') > names.indexOf(at.name ?? ''))
  return places.find(isLater) ?? places[0]
}
