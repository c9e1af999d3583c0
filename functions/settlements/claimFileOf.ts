import { readFile } from 'node:fs/promises'
import type { FileForm, FileLayout, FileRow } from '#functions/platform/jobs/files/fileForm.ts'
import { temporaryFile } from '#functions/platform/jobs/files/temporaryFile.ts'
import { styles, workbookCell } from '#functions/platform/jobs/files/workbookCell.ts'
import { workbookForm } from '#functions/platform/jobs/files/workbookForm.ts'
import { writeChecked } from '#functions/platform/jobs/files/writeChecked.ts'
import type { Batch } from '#shared/entities/batch.ts'
import {
  type ClaimCsvLine,
  claimCells,
  claimColumns,
  claimHolds,
  claimsOf,
} from '#shared/rules/settlements/claimCsv.ts'
import { type ClaimForm, claimForms } from '#shared/rules/settlements/claimFile.ts'
import { minorDigits } from '#shared/values/money.ts'

/** The forms a batch is exported in. */
export const claimFileFormats = ['csv', 'xlsx', 'json'] as const
export type ClaimFileFormat = (typeof claimFileFormats)[number]

/** A claim file: its bytes, and the lines that are read out of them to prove them whole. */
interface ClaimFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly read: readonly ClaimCsvLine[]
}

/** Writes the lines of a sealed batch in one of its forms, and reads the file again. */
export async function claimFileOf(
  batch: Batch,
  lines: readonly ClaimCsvLine[],
  { format, jobId }: { readonly format: ClaimFileFormat; readonly jobId: string },
): Promise<ClaimFile> {
  if (format === 'xlsx') return workbookOf(lines, jobId)
  const { contentType, write, read }: ClaimForm = claimForms[format]
  const text = write(batch, lines)
  return { bytes: new TextEncoder().encode(text), contentType, read: read(text) }
}

const layout: FileLayout = { direction: 'ltr', columns: claimColumns.map(({ name }) => ({ name, title: name })) }

/** A claim file as a workbook: identifiers and days as text, amounts as numbers with the decimals of their currency. */
const claimWorkbook: FileForm = {
  ...workbookForm,
  cellsOf: ({ columns }, { texts, place }) =>
    columns.map((column, index) => {
      const text = texts[index] ?? ''
      const holds = claimHolds[column.name]
      if (holds === 'amount') return { text, style: styles.amount + minorDigits(place.currency) }
      return holds === 'count' ? { text, style: styles.plain } : workbookCell(column, text, place)
    }),
}

async function workbookOf(lines: readonly ClaimCsvLine[], jobId: string): Promise<ClaimFile> {
  const file = temporaryFile(jobId, Date.now())
  try {
    await writeChecked(claimWorkbook, layout, pageOf(lines), file.path)
    const rows: (readonly string[])[] = []
    for await (const texts of claimWorkbook.read(file.path, layout)) rows.push(texts)
    const bytes = new Uint8Array(await readFile(file.path))
    return { bytes, contentType: claimWorkbook.contentType, read: claimsOf(rows.slice(1)) }
  } finally {
    file.remove()
  }
}

async function* pageOf(lines: readonly ClaimCsvLine[]): AsyncGenerator<readonly FileRow[]> {
  yield lines.map((line) => ({
    texts: claimCells(line).map(String),
    place: { timeZone: 'UTC', currency: line.currency },
  }))
}
