import * as z from 'zod'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { languages } from '#shared/entities/choices.ts'
import type { SheetNotes } from '#shared/values/workbook/sheetTable.ts'
import { notBoth } from './contract.ts'

/** Rows of one import, and bytes of its request: a function is handed 6 MB at the most, a limit of Lambda; a longer file is uploaded. */
export const importLimits = { rows: 50_000, columns: 200, bytes: 4_000_000 } as const

/** Rows of one export at the most; a filter divides a longer list. */
export const exportRows = 500_000

/** Rows and columns of a PDF at the most: nobody reads more on paper, and a workbook holds them. */
export const paperLimits = { rows: 20_000, columns: 30 } as const

/** Folders of files that are fetched soon after they are written, and days until they are removed there. */
export const temporaryFiles = { lists: 'exports/lists/', imports: 'imports/', days: 30 } as const

/** What a file may do to the records: only make new ones, only change those it finds by key, or both. */
export const importMode = z.enum(['insert', 'update', 'upsert'])

/**
 * Body of an import: the text of a CSV file or the upload that brought it, and which of its columns is which field. A column mapped to null is left
 * out; without a mapping, columns that are called like a field are that field. `key` finds the records of an update:
 * `id`, or the names of a unique set joined by `+`, such as `siteId+memberNumber`.
 */
const importBody = z
  .strictObject({
    file: z.string().min(1).optional(),
    uploadId: z.string().max(60).optional(),
    mapping: z.record(z.string().max(200), z.string().max(60).nullable()).optional(),
    mode: importMode,
    key: z.string().max(120).optional(),
    dryRun: z.boolean().optional(),
    /** The sheet of a workbook, by its name; the first that is shown unless said. */
    sheet: z.string().max(100).optional(),
    /** The job of a dry run of the same file: rows whose record has changed since then are refused. */
    check: z.string().max(60).optional(),
  })
  .refine(({ file, uploadId }) => (file === undefined) !== (uploadId === undefined), 'FILE_OR_UPLOAD')

/**
 * Starts the job that makes or changes records by the rows of a file, or with `dryRun` says what it would do. The rows of
 * an upload are first read by the job.
 */
export const importList = {
  body: importBody,
  reply: z.strictObject({ job: z.string(), rows: z.int().optional(), ignored: z.array(z.string()).optional() }),
  status: 202 as const,
}

/** What an import did to the records, or would do; the result of its job. */
export interface ImportResult {
  readonly mode: ImportBody['mode']
  readonly dryRun: boolean
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  /** Columns that were left out. */
  readonly ignored: readonly string[]
  /** What the sheet of a workbook hides of its rows. */
  readonly notes?: SheetNotes
  /** The first differences, of a dry run only. */
  readonly differences?: readonly Difference[]
}

/** What a row of a file would do. */
export type Difference = { readonly row: number } & (
  | { readonly action: 'insert'; readonly values: RecordValues }
  | {
      readonly action: 'update'
      readonly id: string
      readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
    }
)

/** Forms in which a list is exported: CSV for machines and imports, XLSX for people who go on working with it, PDF for paper. */
export const exportFormats = ['csv', 'xlsx', 'pdf'] as const

/**
 * Body of an export: which records in which order, and which fields; a list's own columns unless said. A workbook and a PDF
 * call their columns by `titles`, by field, and read in the direction of `language`; a PDF also has a `title`, and says
 * choices by `labels`, by field and choice.
 */
export const exportBody = z
  .strictObject({
    ids: z.array(z.string().max(60)).min(1).max(5_000).optional(),
    filter: z.record(z.string().max(60), z.unknown()).optional(),
    sort: z.array(z.string().max(60)).max(8).optional(),
    columns: z.array(z.string().max(60)).min(1).max(100).optional(),
    format: z.enum(exportFormats).optional(),
    language: z.enum(languages).optional(),
    titles: z.record(z.string().max(60), z.string().min(1).max(200)).optional(),
    title: z.string().min(1).max(200).optional(),
    labels: z.record(z.string().max(60), z.record(z.string().max(60), z.string().max(200))).optional(),
  })
  .meta(notBoth('ids', 'filter'))

/** Rows that an export of a form holds at the most. */
export const mostRows = ({ format }: Pick<ExportBody, 'format'>): number =>
  format === 'pdf' ? paperLimits.rows : exportRows

/** Starts the job that writes the records of a list as a file. */
export const exportList = {
  body: exportBody,
  reply: z.strictObject({ job: z.string(), matched: z.int() }),
  status: 202 as const,
}

export type ImportBody = z.infer<typeof importBody>
export type ExportBody = z.infer<typeof exportBody>
