/** How large a table may be: rows below its head, columns, and characters of all its cells. */
export interface TableLimits {
  readonly rows: number
  readonly columns: number
  readonly characters: number
}

/** What people may not see of a sheet whose cells are all taken, and areas of merged cells, whose value is their first cell's. */
export interface SheetNotes {
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly mergedCells: number
}
