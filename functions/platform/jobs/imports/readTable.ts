import { importLimits } from '#shared/api/transfer.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { CsvError } from '#shared/values/table/CsvError.ts'
import { type ForeignTable, filledRows, readForeign } from '#shared/values/table/foreignTable.ts'

/** The table of a text; throws the 422 of one that is too large, empty or broken. */
export function readTable(text: string): ForeignTable {
  const table = parsed(text)
  const { columns, rows: limit } = importLimits
  if (table.header.length > columns) throw wrongFile(refuse('FILE_WIDE', { limit: columns }))
  if (filledRows(table.rows) === 0) throw wrongFile(refuse('FILE_EMPTY'))
  if (table.rows.length > limit) throw wrongFile(refuse('FILE_LONG', { limit }))
  return table
}

function parsed(text: string): ForeignTable {
  try {
    return readForeign(text)
  } catch (error) {
    if (error instanceof CsvError) throw wrongFile(refuse('FILE_BROKEN', { line: error.line ?? 1 }))
    throw error
  }
}

const wrongFile = (file: Refusal) => invalid({ file })
