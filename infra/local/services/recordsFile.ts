import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { damageOf } from '#functions/platform/projection/file/soundness.ts'
import { fileProblem } from '#infra/local/disk/folderFiles.ts'

const name = 'records.db'

/** The size in bytes up to which the whole file is read at every start, which takes below a second from a slow disk. */
const alwaysReadBytes = 40_000_000

/** The size from which the terminal is told why the start takes longer. */
const toldBytes = 400_000_000

const headOf = (path: string): Buffer => {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(100)
    readSync(file, head, 0, 100, 0)
    return head
  } finally {
    closeSync(file)
  }
}

// Offsets of "The database header" (sqlite.org/fileformat.html); a page of 65,536 bytes is written as 1.
const bytesSaidBy = (head: Buffer): number => {
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  return head.readUInt32BE(24) === head.readUInt32BE(92) ? head.readUInt32BE(28) * pageBytes : 0
}

/**
 * Throws `StartProblem` when the records file is not whole: its head and its length always, and every page of it after a
 * stop that was not clean or while it is small. Nothing is changed.
 */
export const checkRecordsFile = (folder: string, isAfterCrash: boolean): void => {
  const path = join(folder, name)
  if (!existsSync(path)) return
  const { size } = statSync(path)
  // The engine had no time to begin it.
  if (size === 0) return
  const head = headOf(path)
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw fileProblem(folder, name, 'is damaged: its beginning is not that of records')
  const isWritten = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0
  // A full disk stops the writing back of the log of writes half-way, and the rest is still in the log.
  if (isWritten && bytesSaidBy(head) > size) throw fileProblem(folder, name, 'is cut short')
  if (isWritten && !isAfterCrash && size > alwaysReadBytes) return
  if (size > toldBytes) console.log('Checking the records after a stop that was not clean …')
  const damage = damageOf(path)
  if (damage) throw fileProblem(folder, name, `is damaged (${damage.replaceAll('\n', '; ').slice(0, 120)})`)
}
