import type { SheetRow } from './rows.ts'

/**
 * Draws the rows as they are now. Those of a page just read stand in the same list, so that a page costs what it holds.
 * The grid answers only once it is loaded: what `rowsNow` gives then is drawn, not what the list was when this was asked.
 */
export async function drawRows(grid: HTMLRevoGridElement, rowsNow: () => readonly SheetRow[]): Promise<void> {
  // The grid has no methods before it is loaded, and draws what it was given then.
  const source = (await grid.getSource?.()) as SheetRow[] | undefined
  if (!source) return
  const rows = rowsNow()
  if (source.length !== rows.length) grid.source = [...rows]
  else
    rows.forEach((row, place) => {
      if (source[place] !== row) source[place] = row
    })
  await grid.refresh('all')
}
