import * as z from 'zod'

/** Rows of one import, and bytes of its request: a function is handed 6 MB at the most, a limit of Lambda. */
export const importLimits = { rows: 50_000, columns: 200, bytes: 4_000_000 } as const

/** Rows of one export; more are asked for in parts, by a filter. */
export const exportRows = 500_000

/** Folders of files that are made to be fetched soon, and days until they are removed there. */
export const passing = { lists: 'exports/lists/', imports: 'imports/', days: 30 } as const

/** What a file may do to the records: only make new ones, only change those it finds by key, or both. */
export const importModes = ['insert', 'update', 'upsert'] as const

/**
 * Body of an import: the text of a CSV file, and which of its columns is which field. A column mapped to null is left
 * out; without a mapping, columns that are called like a field are that field. `key` finds the records of an update:
 * `id`, or the names of a unique set joined by `+`, such as `siteId+memberNumber`.
 */
export const importBody = z.strictObject({
  file: z.string().min(1),
  mapping: z.record(z.string().max(200), z.string().max(60).nullable()).optional(),
  mode: z.enum(importModes),
  key: z.string().max(120).optional(),
  dryRun: z.boolean().optional(),
})

/** Body of an export: which records in which order, and which fields; a list's own columns unless said. */
export const exportBody = z.strictObject({
  ids: z.array(z.string().max(60)).min(1).max(5_000).optional(),
  filter: z.record(z.string().max(60), z.unknown()).optional(),
  sort: z.tuple([z.string().max(60), z.enum(['ASC', 'DESC'])]).optional(),
  columns: z.array(z.string().max(60)).min(1).max(100).optional(),
  format: z.enum(['csv']).optional(),
})

export type ImportBody = z.infer<typeof importBody>
export type ExportBody = z.infer<typeof exportBody>
