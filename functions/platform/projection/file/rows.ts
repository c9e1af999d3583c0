import { crc32 } from 'node:zlib'
import type { Row } from '#functions/platform/store/item.ts'
import { DamagedRow, type SqlCell, type SqlFile, type SqlRow, textCell } from './sqlite.ts'
import { type ProjectionTable, quoted } from './tables.ts'

// A bit of the file that has changed since it was written is noticed when its record is in an answer.

/** The checksum of a record's row, which is what people are shown. */
export const rowChecksum = (id: string, row: string): number => crc32(id + textCell(row))

/** The checksum of a record's cells, by which it is found and put in order. */
export const cellsChecksum = (cells: readonly SqlCell[]): number =>
  crc32(JSON.stringify(cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell))))

/** The columns that say what is shown of a record, of the table `r` of rows. */
export const rowColumns = '"row", "row checksum"'

/** The row of a record out of these columns and its id; throws `DamagedRow` when it is not as it was written. */
export const rowOf = (found: SqlRow): Row => ({ id: String(found.id), ...JSON.parse(textOf(found)) })

/** The id of a record out of the same columns; throws `DamagedRow` when its row is not there, or not as it was written. */
export function checkedId(found: SqlRow): string {
  textOf(found)
  return String(found.id)
}

function textOf({ id, row, ...found }: SqlRow): string {
  if (typeof row === 'string' && found['row checksum'] === rowChecksum(String(id), row)) return row
  throw new DamagedRow('A row of the projection is not as it was written')
}

/**
 * The rows of some records, in their order. `keys` are cells of them as an index or a table says they are. Throws
 * `DamagedRow` when a row is missing, or when keys, cells or row are not as they were written.
 */
export function rowsOf(file: SqlFile, { name, rows, columns }: ProjectionTable, keys: readonly SqlRow[]): Row[] {
  const names = ['id', 'version', ...columns.map((column) => column.name), 'search text']
  const found = file.all(
    `SELECT ${names.map((each) => `t.${quoted(each)}`).join(', ')}, ${rowColumns}, "cells checksum" FROM ${name} AS t JOIN ${rows} USING ("id") WHERE t."id" IN (SELECT "value" FROM json_each(?))`,
    [JSON.stringify(keys.map(({ id }) => id))],
  )
  const byId = new Map(found.map((each) => [each.id, each]))
  return keys.map((key) => {
    const record = byId.get(key.id ?? null)
    if (!record) throw new DamagedRow('A row of the projection is missing')
    const isWhole = record['cells checksum'] === cellsChecksum(names.map((each) => record[each] ?? null))
    if (!isWhole || Object.entries(key).some(([each, cell]) => record[each] !== cell))
      throw new DamagedRow('Cells of the projection are not as they were written')
    return rowOf(record)
  })
}
