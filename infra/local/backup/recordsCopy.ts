import { closeSync, fsyncSync, openSync } from 'node:fs'
import { damageOf } from '#functions/platform/projection/file/soundness.ts'
import { isFull, SqlFile } from '#functions/platform/projection/file/sqlite.ts'
import { historyKey, keyItemKey, layoutKey } from '#functions/platform/store/keys.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'

/** What stands in a file of records. */
export interface RecordCounts {
  /** Number of the layout that the records are written in; 1 where none is noted. */
  readonly layout: number
  /** Records by resource, deleted ones included. */
  readonly records: Readonly<Record<string, number>>
  readonly historyEntries: number
  /** Records that have fewer or more history entries than versions; none, unless somebody has changed the file. */
  readonly unevenHistories: number
}

// The engine keeps one table for each of ours, and writes the type of a key in front of it.
const keyText = (key: string) => `S:${key}`
const idFrom = (cell: unknown) => String(cell).slice(2)
const tableIn = (table: string) => `"${table.replaceAll('"', '""')}"`

const historyPrefix = historyKey('', 0).pk
const personPrefix = keyItemKey('').pk

/** The condition of keys that begin with a prefix, which ends in `#`: the next character is `$`. */
const beginsWith = (prefix: string) => `pk >= '${keyText(prefix)}' AND pk < '${keyText(prefix.slice(0, -1))}$'`

function reading<T>(path: string, work: (file: SqlFile) => T): T {
  const file = new SqlFile(path, { isReader: true })
  try {
    return file.reading(() => work(file))
  } finally {
    file.close()
  }
}

/**
 * Copies a file of records to a new one as it is at one moment, whoever writes meanwhile, and syncs the copy. Nothing that
 * was deleted or overwritten is in it. Throws the system's error of a full disk, or that of SQLite for a damaged file.
 */
export function copyRecords(from: string, to: string): void {
  const file = new SqlFile(from, { isReader: true })
  try {
    file.run('VACUUM INTO ?', [to])
  } catch (error) {
    throw isFull(error) ? Object.assign(new Error('The disk is full'), { code: 'ENOSPC' }) : error
  } finally {
    file.close()
  }
  const copy = openSync(to, 'r+')
  fsyncSync(copy)
  closeSync(copy)
}

/** Counts what stands in a file, all of it at one moment; throws `StartProblem` or the error of SQLite for a damaged one. */
export function countRecords(path: string, table: string): RecordCounts {
  const damage = damageOf(path)
  if (damage) throw new StartProblem(`The records in ${path} are damaged (${damage}): nothing was kept of them.`)
  return reading(path, (file) => {
    const between = beginsWith(historyPrefix)
    const from = tableIn(table)
    const records: Record<string, number> = {}
    for (const { pk } of file.each(`SELECT pk FROM ${from} WHERE sk = 'S:A'`)) {
      const resource = entityOfId(idFrom(pk))?.resource
      if (resource) records[resource] = (records[resource] ?? 0) + 1
    }
    const [layout, history, uneven] = [
      file.first(`SELECT json_extract(item_json, '$.n.N') n FROM ${from} WHERE pk = ?`, [keyText(layoutKey.pk)]),
      file.first(`SELECT count(*) entries, count(DISTINCT pk) histories FROM ${from} WHERE ${between}`),
      file.first(`SELECT count(*) n FROM (SELECT 'S:' || substr(pk, ${keyText(historyPrefix).length + 1}) id, count(*) entries FROM ${from} WHERE ${between} GROUP BY pk) h
        LEFT JOIN ${from} r ON r.pk = h.id AND r.sk = 'S:A' WHERE h.entries IS NOT CAST(json_extract(r.item_json, '$.v.N') AS INTEGER)`),
    ]
    const total = Object.values(records).reduce((sum, count) => sum + count, 0)
    return {
      layout: Number(layout?.n ?? 1),
      records,
      historyEntries: Number(history?.entries),
      unevenHistories: Number(uneven?.n) + Math.max(0, total - Number(history?.histories)),
    }
  })
}

/** Ids of the patients whose erasure has begun or is done in a file of records. */
export function erasedPatients(path: string, table: string): string[] {
  return reading(path, (file) =>
    file
      .all(
        `SELECT pk FROM ${tableIn(table)} WHERE ${beginsWith(personPrefix)} AND json_extract(item_json, '$.closedAt.S') IS NOT NULL`,
      )
      .map(({ pk }) => idFrom(pk).slice(personPrefix.length))
      .filter((id) => entityOfId(id)?.resource === Patient.resource),
  )
}
