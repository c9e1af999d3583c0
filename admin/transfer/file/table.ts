import { importLimits } from '#shared/api/transfer.ts'
import { uploadMegabytes } from '#shared/rules/uploads/uploadRules.ts'
import { isArchive } from '#shared/values/contentType.ts'
import { CsvError } from '#shared/values/table/CsvError.ts'
import { readForeign } from '#shared/values/table/foreignTable.ts'
import { textOfBytes } from '#shared/values/table/textOfBytes.ts'
import { type ImportTable, type SheetQuestion, tableOf, type Unread } from './importTable.ts'

/** Bytes of the request besides the file, at most. */
const requestBytes = 60_000

/** Reads the table of a file, or returns which sheets it has or why it cannot be imported. */
export async function readTable(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<ImportTable | SheetQuestion | Unread> {
  const tooLarge = { unread: 'tooLarge', with: { megabytes: uploadMegabytes.import } }
  const mostBytes = uploadMegabytes.import * 1e6
  if (/\.(xls[mb]?|ods|numbers)$/i.test(file.name)) return { unread: 'workbook' }
  // A file in UTF-16 is twice as long as what is sent of it.
  if (file.size > 2 * mostBytes) return tooLarge
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isCompound(bytes)) return { unread: 'workbook' }
  if (isArchive(bytes)) {
    if (bytes.length > mostBytes) return tooLarge
    return (await import('./workbook.ts')).readWorkbookFile(file.name, new Blob([bytes]))
  }
  const text = textOfBytes(bytes)
  if (text === undefined) return { unread: 'encoding' }
  if (lengthOf(text) > mostBytes) return tooLarge
  try {
    const { header, rows } = readForeign(text)
    const isLong = lengthOf(JSON.stringify(text)) > importLimits.bytes - requestBytes
    return tableOf({ name: file.name, content: text, size: text.length, isLong }, header, rows)
  } catch (error) {
    if (error instanceof CsvError) return { unread: 'broken', with: { line: error.line ?? 1 } }
    throw error
  }
}

const lengthOf = (text: string): number => new TextEncoder().encode(text).length

// A workbook in its old form, or one with a password.
const isCompound = ([a, b]: Uint8Array): boolean => a === 0xd0 && b === 0xcf
