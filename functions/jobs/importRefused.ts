import { unguard, writeCsv } from '#shared/rules/csv.ts'
import { passing } from '#shared/transfer.ts'
import { putFile } from '../kit/files.ts'
import { readErrors } from '../kit/jobNotes.ts'
import type { Cells } from '../kit/jobRows.ts'
import type { Held } from './held.ts'
import type { ImportAsked } from './importRows.ts'

/** Writes the rows that were refused as a file of the same columns with the reason of each, to be mended and sent again. */
export async function keepRefused({ job, fence }: Held, { header }: ImportAsked, rows: readonly Cells[]) {
  const errors = await readErrors(job.id, rows.length)
  const columns = [...header, reason(header)].map((name) => ({ name, kind: 'text' as const }))
  const lines = errors.map(({ row = 0, message }) => {
    const cells = rows[row - 2] ?? []
    return Object.fromEntries(
      columns.map(({ name }, at) => [name, header[at] === undefined ? message : unguard(cells[at] ?? '')]),
    )
  })
  const key = `${passing.imports}${job.id}-${fence}-refused.csv`
  await putFile(key, Buffer.from(writeCsv(columns, lines)), 'text/csv; charset=utf-8')
  return { key, name: `${job.resource}-refused.csv`, rows: errors.length }
}

// A file that was sent back once has the column already.
const reason = (header: readonly string[]): string => (header.includes('reason') ? 'refused' : 'reason')
