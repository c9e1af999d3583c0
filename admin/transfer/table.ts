import { importLimits } from '#shared/api/transfer.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { isArchive } from '#shared/values/contentType.ts'
import { CsvError, readForeign } from '#shared/values/csv.ts'
import { readWorkbook } from '#shared/values/workbook/readWorkbook.ts'
import { WorkbookError, type WorkbookFault } from '#shared/values/workbook/WorkbookError.ts'

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
  if (/\.(xls[mb]?|ods|numbers)$/i.test(file.name)) return { unread: 'workbook' }
  // A file in UTF-16 is twice as long as what is sent of it.
  if (file.size > 2 * mostBytes) return tooLarge
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isCompound(bytes)) return { unread: 'workbook' }
  if (isArchive(bytes)) return bytes.length > mostBytes ? tooLarge : await workbookOf(file.name, new Blob([bytes]))
  const text = decoded(bytes)
  if (text === undefined) return { unread: 'encoding' }
  if (lengthOf(text) > mostBytes) return tooLarge
  try {
    const [header, ...rows] = readForeign(text)
    const isLong = lengthOf(JSON.stringify(text)) > importLimits.bytes - requestBytes
    return tableOf({ name: file.name, content: text, size: text.length, isLong }, header, rows)
  } catch (error) {
    if (error instanceof CsvError) return { unread: 'broken', with: { line: error.line ?? 1 } }
    throw error
  }
}

function tableOf(
  file: Omit<ImportTable, 'header' | 'rows' | 'samples'>,
  header: string[],
  rows: string[][],
): ImportTable | Unread {
  const filled = rows.filter((cells) => cells.length > 0)
  if (filled.length === 0) return { unread: 'empty' }
  if (rows.length > importLimits.rows) return { unread: 'tooLong', with: { rows: importLimits.rows } }
  if (header.length > importLimits.columns) return { unread: 'tooWide', with: { columns: importLimits.columns } }
  const first = filled.slice(0, shown.rows)
  const samples = header.map((_, index) =>
    first.flatMap((cells) => (cells[index]?.trim() ? [cells[index]] : [])).slice(0, shown.cells),
  )
  return { ...file, header, rows: filled.length, samples }
}

/** What is said of a workbook that cannot be read. */
const unreadOf: Readonly<Record<WorkbookFault, string>> = {
  ...{ broken: 'damaged', tooLarge: 'tooLarge', tooWide: 'tooWide', tooLong: 'tooLong', noHead: 'noHead' },
}

/** Reads the first sheet of a workbook; its bytes are what is sent. */
async function workbookOf(name: string, content: Blob): Promise<ImportTable | Unread> {
  const { rows, columns } = importLimits
  const table: string[][] = []
  try {
    for await (const cells of readWorkbook(content, { rows, columns, characters: uploadMegabytes.import * 1e6 }))
      table.push(cells)
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    const { fault } = error
    const limits = { megabytes: uploadMegabytes.import, rows, columns }
    return { unread: unreadOf[fault], with: limits }
  }
  const [header = [], ...found] = table
  const names = header.map((each) => each.trim())
  return tableOf({ name, content, size: content.size, isLong: true }, names, found)
}

const lengthOf = (text: string): number => new TextEncoder().encode(text).length

// A workbook in its old form, or one with a password.
const isCompound = ([a, b]: Uint8Array): boolean => a === 0xd0 && b === 0xcf

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
