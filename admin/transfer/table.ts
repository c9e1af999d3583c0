import { importLimits } from '#shared/api/transfer.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { CsvError, readForeign } from '#shared/values/csv.ts'

/** A table read from a file. */
export interface ImportTable {
  readonly name: string
  readonly text: string
  /** The names of its columns, in its order. */
  readonly header: readonly string[]
  readonly rows: number
  /** It does not fit into a request, so that it is uploaded first. */
  readonly isLong: boolean
  /** The first filled cells of each column. */
  readonly samples: readonly (readonly string[])[]
}

/** Why a file cannot be imported: the key of a sentence in `transfer.unread`, and its values. */
export interface Unread {
  readonly unread: string
  readonly with?: Readonly<Record<string, string | number>>
}

/** Cells shown of a column, and rows they are taken from. */
const shown = { cells: 3, rows: 200 } as const
/** Bytes of the request besides the file, at most. */
const requestBytes = 60_000

/** Reads the table of a file, or returns why it cannot be imported. */
export async function readTable(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ImportTable | Unread> {
  const tooLarge = { unread: 'tooLarge', with: { megabytes: uploadMegabytes.import } }
  const mostBytes = uploadMegabytes.import * 1e6
  if (/\.(xls[xmb]?|ods|numbers)$/i.test(file.name)) return { unread: 'workbook' }
  // A file in UTF-16 is twice as long as what is sent of it.
  if (file.size > 2 * mostBytes) return tooLarge
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isArchive(bytes)) return { unread: 'workbook' }
  const text = decoded(bytes)
  if (text === undefined) return { unread: 'encoding' }
  if (lengthOf(text) > mostBytes) return tooLarge
  try {
    return tableOf(file.name, text)
  } catch (error) {
    if (error instanceof CsvError) return { unread: 'broken', with: { line: error.line ?? 1 } }
    throw error
  }
}

function tableOf(name: string, text: string): ImportTable | Unread {
  const [header, ...rows] = readForeign(text)
  if (rows.length === 0) return { unread: 'empty' }
  if (rows.length > importLimits.rows) return { unread: 'tooLong', with: { rows: importLimits.rows } }
  if (header.length > importLimits.columns) return { unread: 'tooWide', with: { columns: importLimits.columns } }
  const first = rows.slice(0, shown.rows)
  const samples = header.map((_, index) =>
    first.flatMap((cells) => (cells[index]?.trim() ? [cells[index]] : [])).slice(0, shown.cells),
  )
  const isLong = lengthOf(JSON.stringify(text)) > importLimits.bytes - requestBytes
  return { name, text, header, rows: rows.length, isLong, samples }
}

const lengthOf = (text: string): number => new TextEncoder().encode(text).length

// A workbook is a ZIP archive, in its old form a compound file.
const isArchive = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)

/** Text in UTF-8, or in UTF-16 as a spreadsheet writes "Unicode text"; undefined for any other. */
function decoded(bytes: Uint8Array): string | undefined {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
