import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import { type Cells, readJobList } from '#functions/platform/store/items/jobItems.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { unguard, writeCsv } from '#shared/values/csv.ts'
import type { JobRun } from '../jobRun.ts'
import { type ImportRequest, rowNumber } from './importFile.ts'

/** Writes the refused rows as a file of the same columns with the reason of each, to be mended and imported again. */
export async function writeRefusedRows({ job, lease }: JobRun, { header }: ImportRequest, rows: readonly Cells[]) {
  const errors = await readJobList(job.id, 'errors', rows.length)
  const columns = [...header, reasonColumn(header)].map((name) => ({ name, kind: 'text' as const }))
  const refusedRows = errors.map(({ row = 0, message }) => {
    const cells = rows[row - rowNumber(0)] ?? []
    return Object.fromEntries(
      columns.map(({ name }, index) => [name, header[index] === undefined ? message : unguard(cells[index] ?? '')]),
    )
  })
  const key = `${temporaryFiles.imports}${job.id}-${lease.fence}-refused.csv`
  await putFile(key, {
    body: Buffer.from(writeCsv(columns, refusedRows)),
    type: 'text/csv; charset=utf-8',
    bucket: env.bucket,
  })
  return { key, name: `${job.resource}-refused.csv`, rows: errors.length }
}

// A file that was refused before has the column already.
const reasonColumn = (header: readonly string[]): string => (header.includes('reason') ? 'refused' : 'reason')
