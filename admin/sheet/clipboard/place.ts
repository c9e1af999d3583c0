import type { PastedTable } from './pastedTable.ts'

/** Where a table is pasted: the selected range, which may be a single cell. Columns are named in reading order. */
export interface PasteTarget {
  /** All shown columns. */
  readonly names: readonly string[]
  /** The selected columns. */
  readonly selected: readonly string[]
  readonly firstRow: number
  readonly rowCount: number
  /** Rows of the list. */
  readonly totalRows: number
}

/** A pasted text and its place. */
export interface PlacedText {
  readonly row: number
  readonly name: string
  readonly text: string
}

export interface Placement {
  readonly texts: readonly PlacedText[]
  /** The last row and the columns that the table covers. */
  readonly lastRow: number
  readonly names: readonly string[]
  /** Pasted rows below the end of the list, and columns beyond the last one; those without a text do not count. */
  readonly surplusRows: number
  readonly surplusColumns: number
}

/**
 * Places a table from the first selected cell on, in reading order. One that fits the selected range several times is
 * repeated over it, such as a single value.
 */
export function placeTable({ rows }: Pick<PastedTable, 'rows'>, target: PasteTarget): Placement {
  const { names, selected, firstRow, rowCount, totalRows } = target
  const height = rows.length
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const isRepeated = height > 0 && width > 0 && rowCount % height === 0 && selected.length % width === 0
  const [placedHeight, placedWidth] = isRepeated ? [rowCount, selected.length] : [height, width]
  const from = Math.max(0, names.indexOf(selected[0] ?? ''))
  const covered = names.slice(from, from + placedWidth)
  const lastRow = Math.min(firstRow + placedHeight, totalRows) - 1
  const texts: PlacedText[] = []
  for (let row = firstRow; row <= lastRow; row++)
    for (const [x, name] of covered.entries()) {
      const text = rows[(row - firstRow) % height]?.[x % width]
      if (text !== undefined) texts.push({ row, name, text })
    }
  const hasText = (cells: readonly (string | undefined)[]) => cells.some((text) => text)
  const surplus = Array.from({ length: Math.max(0, width - covered.length) }, (_, x) => covered.length + x)
  return {
    texts,
    lastRow,
    names: covered,
    surplusRows: rows.slice(Math.max(0, totalRows - firstRow)).filter(hasText).length,
    surplusColumns: surplus.filter((x) => hasText(rows.map((row) => row[x]))).length,
  }
}
