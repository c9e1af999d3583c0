import { log } from '#functions/platform/aws/log.ts'
import type { FeedEntry } from '#functions/platform/store/readIndex.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { searchText } from '#shared/values/search.ts'
import { keyOf } from '../file/cells.ts'
import { cellsChecksum, rowChecksum } from '../file/rows.ts'
import { isDamage, isFull, type SqlCell, type SqlFile, type SqlRow } from '../file/sqlite.ts'
import { noteChange } from '../file/state.ts'
import { cellsOf, type ProjectionTable, quoted } from '../file/tables.ts'

/**
 * The table of the versions of records that are deleted, so that an older state of them is not taken for news, and of whose
 * they are, so that an erasure finds them.
 */
export const deletedTable = '"deleted records"'

/** Takes changes over, each only when it is newer than what is kept; the number of those that were. */
export function applyEntries(file: SqlFile, table: ProjectionTable, entries: readonly FeedEntry[]): number {
  let count = 0
  for (const entry of entries) if (applied(file, table, entry)) count++
  if (count > 0) noteChange(file)
  return count
}

/** The table of records that cannot be read any more: no list shows them, and maintenance tells of them. */
export const unreadableTable = '"unreadable records"'

function applied(file: SqlFile, table: ProjectionTable, entry: FeedEntry): boolean {
  const { id, version } = entry
  try {
    const isNews = applyEntry(file, table, entry)
    if (isNews) file.run(`DELETE FROM ${unreadableTable} WHERE "id" = ?`, [id])
    return isNews
  } catch (error) {
    // A fault of the file concerns every record.
    if (isDamage(error) || isFull(error)) throw error
    const { subject } = table.entity
    const before = file.first(`SELECT "id" FROM ${table.name} WHERE "id" = ?`, [id])
    log({
      at: new Date().toISOString(),
      unreadable: id,
      failed: true,
      error: error instanceof Error ? error.name : 'unknown',
    })
    remove(file, table, id)
    file.run(`INSERT OR IGNORE INTO ${deletedTable} VALUES (?, ?, ?)`, [id, version, subject === 'id' ? id : null])
    file.run(`UPDATE ${deletedTable} SET "version" = ? WHERE "id" = ?`, [version, id])
    file.run(`INSERT OR REPLACE INTO ${unreadableTable} VALUES (?, ?)`, [id, version])
    return before !== undefined
  }
}

/** The records that cannot be read any more, with their versions. */
export const unreadableRecords = (file: SqlFile): { readonly id: string; readonly version: number }[] =>
  file
    .all(`SELECT "id", "version" FROM ${unreadableTable} ORDER BY "id"`)
    .map(({ id, version }) => ({ id: String(id), version: Number(version) }))

/** The version of a record that is kept, a deleted one included; 0 for an unknown record. */
export const keptVersion = (file: SqlFile, { name }: ProjectionTable, id: string): number =>
  Number(file.first(`SELECT "version" FROM ${name} WHERE "id" = ?`, [id])?.version ?? deletedVersion(file, id))

const deletedVersion = (file: SqlFile, id: string): number =>
  Number(file.first(`SELECT "version" FROM ${deletedTable} WHERE "id" = ?`, [id])?.version ?? 0)

function applyEntry(file: SqlFile, table: ProjectionTable, { id, version, row: json }: FeedEntry): boolean {
  const before = file.first(`SELECT * FROM ${table.name} WHERE "id" = ?`, [id])
  const kept = Number(before?.version ?? deletedVersion(file, id))
  if (kept >= version) return false
  const { deletedAt, ...row }: RecordValues = JSON.parse(json)
  if (deletedAt !== undefined) {
    if (kept > 0) remove(file, table, id)
    const { subject } = table.entity
    file.run(`INSERT OR REPLACE INTO ${deletedTable} VALUES (?, ?, ?)`, [
      id,
      version,
      subject === 'id' ? id : row[subject ?? ''],
    ])
    return true
  }
  const cells = [...cellsOf(table, row), searchCell(table, row)]
  const names = [...table.columns.map(({ name }) => name), 'search text']
  if (before) update(file, table, before, names, cells, version)
  else
    file.run(`INSERT INTO ${table.name} VALUES (?, ?, ?${', ?'.repeat(cells.length)})`, [
      id,
      keyOf(id),
      version,
      ...cells,
    ])
  if (kept > 0 && !before) file.run(`DELETE FROM ${deletedTable} WHERE "id" = ?`, [id])
  const text = listedText(table, row, json)
  // To set a row anew takes twice the time of changing it.
  file.run(
    before
      ? `UPDATE ${table.rows} SET "row" = ?2, "row checksum" = ?3, "cells checksum" = ?4 WHERE "id" = ?1`
      : `INSERT OR REPLACE INTO ${table.rows} VALUES (?1, ?2, ?3, ?4)`,
    [id, text, rowChecksum(id, text), cellsChecksum([id, version, ...cells])],
  )
  return true
}

// Every index that a statement names is written, changed or not: only what differs is set.
function update(
  file: SqlFile,
  { name }: ProjectionTable,
  before: SqlRow,
  names: readonly string[],
  cells: readonly SqlCell[],
  version: number,
): void {
  const changed = names.flatMap((column, index) => (before[column] === cells[index] ? [] : [index]))
  const settings = changed.map((index) => `${quoted(names[index] ?? '')} = ?`)
  file.run(`UPDATE ${name} SET ${['"version" = ?', ...settings].join(', ')} WHERE "id" = ?`, [
    version,
    ...changed.map((index) => cells[index]),
    before.id,
  ])
}

/** Ids of the deleted records of an entity: of all, or of those that hold data of a person. */
export const deletedIdsOf = (file: SqlFile, { entity }: ProjectionTable, subjectId?: string): string[] =>
  file
    .all(
      `SELECT "id" FROM ${deletedTable} WHERE "subject" = coalesce(?, "subject") AND "id" LIKE ? ESCAPE '\\' ORDER BY "id"`,
      [subjectId, `${entity.prefix}\\_%`],
    )
    .map(({ id }) => String(id))

function remove(file: SqlFile, { name, rows }: ProjectionTable, id: string): void {
  for (const table of [name, rows]) file.run(`DELETE FROM ${table} WHERE "id" = ?`, [id])
}

function searchCell({ entity: { search } }: ProjectionTable, row: RecordValues): string | null {
  if (!search) return null
  const texts = search.fields.flatMap((name) => (row[name] === undefined ? [] : [String(row[name])]))
  return searchText(texts) || null
}

// The feed tells of some fields only for the search; a row has the columns. Most have nothing else.
function listedText({ entity: { columns } }: ProjectionTable, row: RecordValues, json: string): string {
  const names = Object.keys(row)
  if (names.every((name) => columns.includes(name))) return json
  return JSON.stringify(
    Object.fromEntries(names.flatMap((name) => (columns.includes(name) ? [[name, row[name]]] : []))),
  )
}
