import * as z from 'zod'
import type { Context } from '#functions/platform/http/context.ts'
import type { Cells } from '#functions/platform/store/items/jobItems.ts'
import { importMode } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { keptText } from '#shared/values/table/keptText.ts'
import type { RecordPlace } from '../files/fileForm.ts'

/** What an import job is to do: the columns of its file and the fields that they are. */
export const importRequest = z.object({
  mode: importMode,
  header: z.array(z.string()),
  /** The field of each column; null for one that is left out. */
  names: z.array(z.string().nullable()),
  key: z.array(z.string()).optional(),
  ignored: z.array(z.string()),
  decimalMark: z.enum(['.', ',']),
  isMarkSure: z.boolean(),
  isMonthFirst: z.boolean(),
  /** The check whose promises this import keeps. */
  check: z.string().optional(),
})
export type ImportRequest = z.infer<typeof importRequest>

/** The rows of a file with what their columns mean. */
export interface ImportFile {
  readonly context: Context
  readonly entity: Entity
  readonly request: ImportRequest
  readonly rows: readonly Cells[]
  /** Indexes of the rows that have cells: only they are counted. */
  readonly filled: readonly number[]
  /** Nothing is written, only shown. */
  readonly isDry: boolean
  /** Ids of the records that cells of references mean, by reference, site and cell. */
  readonly references: Map<string, Promise<string | undefined>>
  /** Zone and currency of sites. */
  readonly places: Map<string, Promise<RecordPlace | undefined>>
}

/** The number of a row as a spreadsheet shows it: the names of the columns are row 1. */
export const rowNumber = (index: number): number => index + 2

/** The rows of a file by the columns of its request. */
export const importFile = (
  rows: readonly Cells[],
  scope: Pick<ImportFile, 'context' | 'entity' | 'request' | 'isDry'>,
): ImportFile => ({
  ...{ ...scope, rows },
  filled: rows.flatMap((cells, index) => (cells.length > 0 ? [index] : [])),
  references: new Map(),
  places: new Map(),
})

/** A filled cell of a row: the field that it is, and the column by its own name in the file. */
export interface RowCell {
  readonly name: string
  readonly column: string
  readonly text: string
}

/** The filled cells of a row that are fields, without the marks that keep a spreadsheet from changing them. */
export function cellsOf({ request, rows }: ImportFile, index: number): RowCell[] {
  const cells = rows[index] ?? []
  return request.names.flatMap((name, column) => {
    const text = keptText(cells[column] ?? '').trim()
    return name === null || text === '' ? [] : [{ name, column: request.header[column] ?? '', text }]
  })
}
