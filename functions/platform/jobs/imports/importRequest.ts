import type { ImportBody } from '#shared/api/transfer.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { isMinorColumn } from '#shared/rules/imports/fileColumns.ts'
import { type ColumnCells, fileStyle } from '#shared/rules/imports/fileStyle.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import type { ForeignTable } from '#shared/values/table/foreignTable.ts'
import type { ImportRequest } from './importFile.ts'

/**
 * What an import is to do with a table: which field each column is, and how the file writes numbers and days. Throws the 422
 * problem of columns that cannot be understood.
 */
export function requestOf(
  entity: Entity,
  { header, rows, delimiter }: ForeignTable,
  choice: Pick<ImportBody, 'mode' | 'mapping' | 'key'>,
): ImportRequest {
  const { names, key, ignored } = importColumns(entity, header, choice)
  const columns = names.flatMap((name, index): ColumnCells[] => {
    const field = name === null ? undefined : fieldOf(entity, name)
    // Whole numbers of the smallest unit say nothing of decimals.
    if (!field || isMinorColumn(header[index] ?? '', field)) return []
    return [{ kind: field.kind, cells: cellsAt(rows, index) }]
  })
  return {
    ...{ mode: choice.mode, header: [...header], names: [...names], ignored: [...ignored] },
    ...(key && { key: [...key] }),
    ...fileStyle(columns, delimiter),
  }
}

function* cellsAt(rows: ForeignTable['rows'], index: number): Generator<string> {
  for (const cells of rows) if (cells[index]) yield cells[index]
}
