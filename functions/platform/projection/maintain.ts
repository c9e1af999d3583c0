import { env } from '#functions/platform/aws/env.ts'
import { getFeedEntry } from '#functions/platform/store/read.ts'
import { entities } from '#shared/entities/index.ts'
import { removeOldSnapshots } from './file/oldSnapshots.ts'
import { defineOwnTables, removeFile } from './file/projectionFile.ts'
import { publishSnapshot } from './file/snapshots.ts'
import { DamagedRow, SqlFile, type SqlRow } from './file/sqlite.ts'
import { noteChange } from './file/state.ts'
import { type ProjectionTable, tableOf } from './file/tables.ts'
import { applyEntries, deletedTable, keptVersion, unreadableRecords, unreadableTable } from './follow/apply.ts'
import { follow, followedTo, longestDelayMs } from './follow/follow.ts'
import type { MaintenanceCounts } from './projection.ts'

/** Changes after which a new snapshot is worth publishing: as many, or this part of all rows. */
const publishAfter = { changes: 5_000, part: 0.05 } as const

/** How long a file is followed before it is compared with one made from nothing, in milliseconds. */
const compareMs = 24 * 3600 * 1000

/** Follows every resource, compares the file once a day, and publishes a snapshot when enough has changed. */
export async function maintain(file: SqlFile, now = Date.now()): Promise<MaintenanceCounts> {
  const tables = entities.map(tableOf)
  for (const table of tables) await follow(file, table)
  const compared = figure(file, 'compared')
  // One that is to come was noted by a clock that was ahead.
  const isCompared = now - compared >= compareMs || compared > now + compareMs
  const differences = isCompared ? await compare(file, tables, now) : 0
  const rows = tables.reduce((sum, { name }) => sum + Number(file.first(`SELECT count(*) AS "n" FROM ${name}`)?.n), 0)
  const changes = figure(file, 'changes')
  const isDue = changes > 0 && changes >= Math.min(publishAfter.changes, Math.max(1, rows * publishAfter.part))
  const isErased = lastErasedAt(file) + longestDelayMs > figure(file, 'published')
  // What the file had before of an erased person is in the log of its writes until that is cut.
  if (isErased) file.define('PRAGMA wal_checkpoint(TRUNCATE)')
  // First what is old: a snapshot that is published counts as the end of it.
  if (isErased) await removeOldSnapshots()
  // A snapshot expires after some days, so one is published every day though nothing changes.
  const published = (isDue || isCompared || isErased) && (await publish(file))
  const lagSeconds = Math.round((Date.now() - Math.min(...tables.map((table) => followedTo(file, table)))) / 1000)
  return { rows, changes, published, differences, lagSeconds, unreadable: unreadableRecords(file) }
}

/** Instant of the latest erasure of a person, in milliseconds: a snapshot made before it may still tell of that person. */
function lastErasedAt(file: SqlFile): number {
  const tables = entities.filter(({ columns }) => columns.includes('erasedAt')).map(tableOf)
  const instants = tables.map(({ name }) => Number(file.first(`SELECT max("erasedAt") AS "at" FROM ${name}`)?.at ?? 0))
  return Math.max(Number.NEGATIVE_INFINITY, ...instants.map((at) => at || Number.NEGATIVE_INFINITY))
}

const figure = (file: SqlFile, name: string): number =>
  Number(file.first('SELECT "value" FROM "figures" WHERE "name" = ?', [name])?.value ?? 0)

const setFigure = (file: SqlFile, name: string, value: number): void =>
  file.run('INSERT OR REPLACE INTO "figures" VALUES (?, ?)', [name, value])

async function publish(file: SqlFile): Promise<boolean> {
  if (file.path === ':memory:' || !env.snapshotBucket) return false
  const copy = `${file.path}.snapshot`
  const [changes, before] = [figure(file, 'changes'), figure(file, 'published')]
  removeFile(copy)
  try {
    // The copy counts from nothing too, or whoever begins with it would publish it again.
    setFigure(file, 'changes', 0)
    setFigure(file, 'published', Date.now())
    file.run('VACUUM INTO ?', [copy])
    await publishSnapshot(copy)
    return true
  } catch (error) {
    setFigure(file, 'changes', changes + figure(file, 'changes'))
    setFigure(file, 'published', before)
    throw error
  } finally {
    removeFile(copy)
  }
}

/**
 * Makes a second file from nothing, and takes over anew what the followed one has otherwise; the number of that. Throws
 * `DamagedRow` when an index of the followed file does not say what its table says.
 */
async function compare(file: SqlFile, tables: readonly ProjectionTable[], now: number): Promise<number> {
  checkWhole(file)
  const path = file.path === ':memory:' ? file.path : `${file.path}.fresh`
  removeFile(path)
  const fresh = new SqlFile(path)
  try {
    defineOwnTables(fresh)
    let count = 0
    for (const table of tables) {
      await follow(fresh, table)
      await follow(file, table)
      count += await repair(file, table, differing(file, fresh, table))
    }
    setFigure(file, 'compared', now)
    return count
  } finally {
    fresh.close()
    if (path !== ':memory:') removeFile(path)
  }
}

/** Throws `DamagedRow` when the parts of a file do not fit together. */
function checkWhole(file: SqlFile): void {
  // A connection that has been open for long knows its schema by heart, and would not notice that it is spoilt.
  const isShared = file.path !== ':memory:'
  const reader = isShared ? new SqlFile(file.path, { isReader: true }) : file
  try {
    const [found] = reader.all('PRAGMA integrity_check(1)')
    if (found?.integrity_check !== 'ok') throw new DamagedRow('The file of the projection is not as it was written')
  } finally {
    if (isShared) reader.close()
  }
}

/** Ids of records that one file has otherwise than the other, or not at all; both are read side by side, by id. */
function differing(file: SqlFile, fresh: SqlFile, table: ProjectionTable): string[] {
  const [kept, right] = [statesOf(file, table), statesOf(fresh, table)]
  const ids: string[] = []
  let [a, b] = [kept.next(), right.next()]
  while (!a.done || !b.done) {
    const [idA, idB] = [a, b].map(({ done, value }) => (done ? undefined : String(value.id)))
    const isBoth = idA === idB
    const isFirst = idB === undefined || (idA !== undefined && idA < idB)
    if (!isBoth || JSON.stringify(a.value) !== JSON.stringify(b.value)) ids.push((isFirst ? idA : idB) ?? '')
    if (isBoth || isFirst) a = kept.next()
    if (isBoth || !isFirst) b = right.next()
  }
  return ids
}

const stateSql = ({ name, rows }: ProjectionTable): string =>
  `SELECT t.*, "row" FROM ${name} AS t LEFT JOIN ${rows} USING ("id")`

const statesOf = (file: SqlFile, table: ProjectionTable): Generator<SqlRow> =>
  file.each(`${stateSql(table)} ORDER BY t."id"`)

// A record may have changed between the two readings: only what the table itself says is right. One that changed lately
// is no fault of the file, for the feed may not have told of it.
async function repair(file: SqlFile, table: ProjectionTable, ids: readonly string[]): Promise<number> {
  let count = 0
  for (const id of ids) {
    const { entry, version } = await entryOf(file, table, id)
    const before = stateText(file, table, id)
    file.transaction(() => {
      for (const name of [table.name, table.rows, deletedTable, unreadableTable])
        file.run(`DELETE FROM ${name} WHERE "id" = ?`, [id])
      noteChange(file)
      if (entry) applyEntries(file, table, [entry])
    })
    const isLate = entry?.version !== version && Date.parse(entry?.committedAt ?? '') > Date.now() - longestDelayMs
    if (!isLate && stateText(file, table, id) !== before) count++
  }
  return count
}

/** A record as the table has it, and the version that the file has, which nothing changed while the table was read. */
async function entryOf(file: SqlFile, table: ProjectionTable, id: string) {
  for (;;) {
    const version = keptVersion(file, table, id)
    const entry = await getFeedEntry(table.entity, id)
    if (keptVersion(file, table, id) === version) return { entry, version }
  }
}

const stateText = (file: SqlFile, table: ProjectionTable, id: string): string =>
  JSON.stringify(file.first(`${stateSql(table)} WHERE t."id" = ?`, [id]) ?? null)
