import { putFile } from '#functions/platform/aws/files.ts'
import { passing } from '#shared/api/transfer.ts'
import { unguard, writeCsv } from '#shared/values/csv.ts'
import type { JobRun } from '../lock.ts'
import { readErrors } from '../notes.ts'
import type { Cells } from '../rows.ts'
import type { ImportRequest } from './request.ts'

/** Writes the rows that were refused as a file of the same columns with the reason of each, to be mended and sent again. */
export async function keepRefused({ job, fence }: JobRun, { header }: ImportRequest, rows: readonly Cells[]) {
  const errors = await readErrors(job.id, rows.length)
  const columns = [...header, reason(header)].map((name) => ({ name, kind: 'text' as const }))
  const lines = errors.map(({ row = 0, message }) => {
    const cells = rows[row - 2] ?? []
    return Object.fromEntries(
      columns.map(({ name }, index) => [name, header[index] === undefined ? message : unguard(cells[index] ?? '')]),
    )
  })
  const key = `${passing.imports}${job.id}-${fence}-refused.csv`
  await putFile(key, Buffer.from(writeCsv(columns, lines)), 'text/csv; charset=utf-8')
  return { key, name: `${job.resource}-refused.csv`, rows: errors.length }
}

// A file that was sent back once has the column already.
const reason = (header: readonly string[]): string => (header.includes('reason') ? 'refused' : 'reason')
