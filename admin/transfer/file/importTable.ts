import { importLimits } from '#shared/api/transfer.ts'
import { sha256Hex } from '#shared/values/hash.ts'
import { filledRows } from '#shared/values/table/foreignTable.ts'
import { keptText } from '#shared/values/table/keptText.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'

/** A table read from a file. */
export interface ImportTable {
  readonly name: string
  /** The text of a table, or the bytes of a workbook, which are always uploaded. */
  readonly content: string | Blob
  readonly size: number
  /** The names of its columns, in its order. */
  readonly header: readonly string[]
  readonly rows: number
  /** It does not fit into a request, so that it is uploaded first. */
  readonly isLong: boolean
  /** The first filled cells of each column. */
  readonly samples: readonly (readonly string[])[]
  /** The same for all files with these columns. */
  readonly shape: string
  /** The sheet that it is, where the workbook has several, and what that hides. */
  readonly sheet?: string
  readonly notes?: SheetNotes
}

/** A sheet of a workbook, with its rows below the names of its columns. */
export interface SheetChoice {
  readonly name: string
  readonly rows: number
  readonly isHidden: boolean
}

/** A workbook of which one sheet has to be chosen. */
export interface SheetQuestion {
  readonly name: string
  readonly content: Blob
  readonly sheets: readonly SheetChoice[]
}

/** Why a file cannot be imported: the key of a sentence in `transfer.unread`, and its values. */
export interface Unread {
  readonly unread: string
  readonly with?: Readonly<Record<string, string | number>>
}

/** Cells shown of a column, and rows they are taken from. */
const shown = { cells: 3, rows: 200 } as const
/** The table of a header and its rows, or why it cannot be imported. */
export async function tableOf(
  file: Omit<ImportTable, 'header' | 'rows' | 'samples' | 'shape'>,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<ImportTable | Unread> {
  const count = filledRows(rows)
  if (count === 0) return { unread: 'empty' }
  if (rows.length > importLimits.rows) return { unread: 'tooLong', with: { rows: importLimits.rows } }
  if (header.length > importLimits.columns) return { unread: 'tooWide', with: { columns: importLimits.columns } }
  const first = rows.filter(({ length }) => length > 0).slice(0, shown.rows)
  const samples = header.map((_, index) =>
    first.flatMap((cells) => (cells[index]?.trim() ? [keptText(cells[index])] : [])).slice(0, shown.cells),
  )
  const shape = (await sha256Hex(JSON.stringify(header))).slice(0, 16)
  return { ...file, header, rows: count, samples, shape }
}
