import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'
import { type Cells, readJobList } from '#functions/platform/store/items/jobItems.ts'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { dayFirst } from '#shared/rules/imports/fileStyle.ts'
import { csvCell, csvLineOf } from '#shared/values/csv.ts'
import { keepText, keptText } from '#shared/values/table/keptText.ts'
import type { JobRun } from '../jobRun.ts'
import { type ImportRequest, rowNumber } from './importFile.ts'

/**
 * Writes the refused rows as a file of the same columns with the reason of each, to be mended and imported again. It is read
 * as the first file was, although the rows by which that showed how it writes numbers and days may not be among them.
 */
export async function writeRefusedRows({ job, lease }: JobRun, request: ImportRequest, rows: readonly Cells[]) {
  const { header } = request
  const errors = await readJobList(job.id, 'errors', rows.length)
  const delimiter = request.decimalMark === ',' ? ';' : ','
  const lineOf = (texts: readonly string[]) => {
    const cells = texts.map((text) => csvCell({ name: '', kind: 'text' }, text, { guarded: keepText, delimiter }))
    return csvLineOf(cells, delimiter)
  }
  const entity = entityOf(job.resource)
  const isTime = request.names.map((name) => ['day', 'instant'].includes(fieldOf(entity, name ?? '')?.kind ?? ''))
  const textOf = (cell = '', column: number) => {
    const text = keptText(cell)
    return request.isMonthFirst && isTime[column] ? dayFirst(text) : text
  }
  const lines = errors.map(({ row = 0, message }) => {
    const cells = rows[row - rowNumber(0)] ?? []
    return lineOf([...header.map((_, column) => textOf(cells[column], column)), message])
  })
  const key = `${temporaryFiles.imports}${job.id}-${lease.fence}-refused.csv`
  await putFile(key, {
    body: Buffer.from(`\ufeff${lineOf([...header, reasonColumn(header)])}${lines.join('')}`),
    type: 'text/csv; charset=utf-8',
    bucket: env.bucket,
  })
  return { key, name: `${job.resource}-refused.csv`, rows: errors.length }
}

// A file that was refused before has the column already.
const reasonColumn = (header: readonly string[]): string => (header.includes('reason') ? 'refused' : 'reason')
