import * as z from 'zod'
import type { Cells } from '#functions/platform/store/items/jobItems.ts'
import { importMode } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { unguard } from '#shared/values/csv.ts'
import type { RecordPlace } from '../files/fileForm.ts'

/** What an import job is to do: the columns of its file and the fields that they are. */
export const importRequest = z.object({
  mode: importMode,
  header: z.array(z.string()),
  /** The field of each column; null for one that is left out. */
  names: z.array(z.string().nullable()),
  key: z.array(z.string()).optional(),
  ignored: z.array(z.string()),
  /** Amounts have decimals and times are the site's, as a person has them in a spreadsheet. */
  isWorkbook: z.boolean().optional(),
})
export type ImportRequest = z.infer<typeof importRequest>

/** The rows of a file with what their columns mean. */
export interface ImportFile {
  readonly entity: Entity
  readonly request: ImportRequest
  readonly rows: readonly Cells[]
  /** Nothing is written, only shown. */
  readonly isDry: boolean
  /** Number of an earlier row about the same record, by the index of a row. */
  readonly sameRows: ReadonlyMap<number, number>
  /** Ids of the records that cells of references mean, by reference, site and cell. */
  readonly references: Map<string, Promise<string | undefined>>
  /** Zone and currency of sites, and the one site that the actor has, if it is only one. */
  readonly places: Map<string, Promise<RecordPlace | undefined>>
  readonly onlySite: string | undefined
}

/** The number of a row as a spreadsheet shows it: the names of the columns are row 1. */
export const rowNumber = (index: number): number => index + 2

/** What an import is about besides its rows. */
interface ImportScope extends Pick<ImportFile, 'entity' | 'request' | 'isDry'> {
  readonly siteIds: readonly string[]
}

/** The rows of a file by the columns of its request; of two rows about one record only the first is taken. */
export const importFile = (rows: readonly Cells[], { siteIds, ...scope }: ImportScope): ImportFile => ({
  ...{ ...scope, rows },
  sameRows: sameRowsIn(scope.request, rows),
  references: new Map(),
  places: new Map(),
  onlySite: siteIds.length === 1 ? siteIds[0] : undefined,
})

function sameRowsIn({ key = [], names }: ImportRequest, rows: readonly Cells[]): Map<number, number> {
  const same = new Map<number, number>()
  if (key.length === 0) return same
  const first = new Map<string, number>()
  const columns = key.map((name) => names.indexOf(name))
  for (const [index, cells] of rows.entries()) {
    if (cells.length === 0) continue
    const values = JSON.stringify(columns.map((column) => cellText(cells, column).toLowerCase()))
    const earlier = first.get(values)
    if (earlier === undefined) first.set(values, index)
    else same.set(index, rowNumber(earlier))
  }
  return same
}

/** The text of a cell without the guard that keeps a spreadsheet from running it; empty where there is none. */
const cellText = (cells: Cells, column: number): string => unguard(cells[column] ?? '').trim()

/** The texts of a row's filled cells by field. */
export function textsOf({ request, rows }: ImportFile, index: number): Record<string, string> {
  const cells = rows[index] ?? []
  const texts: Record<string, string> = {}
  for (const [column, name] of request.names.entries()) {
    const text = cellText(cells, column)
    if (name !== null && text !== '') texts[name] = text
  }
  return texts
}
