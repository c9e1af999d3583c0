import { createHash, randomInt } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { env } from '#functions/platform/aws/env.ts'
import { deletedTable, unreadableTable } from '../follow/apply.ts'
import { DamagedRow, isDamage, SqlFile } from './sqlite.ts'
import { schemaHash } from './tables.ts'

/** Where the file of this instance stands; its name says of which table it is and how it is made. */
export function filePath(): string {
  const folder = env.projectionFolder ?? join(tmpdir(), 'redress-projection')
  if (folder === ':memory:') return folder
  return join(folder, `${env.table}-${schemaHash()}.sqlite`)
}

/** What the name of a file ends in: the hash of its schema. */
const schemaEnding = '0123456789abcdef.sqlite'

const memory = ':memory:'
const digestPath = (path: string): string => `${path}.sha256`

/** Removes a file and everything beside it. */
export function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm', '.sha256']) rmSync(path + ending, { force: true })
}

/**
 * Opens a file. One that was not closed, or is not byte for byte as it was closed, is not trusted unless the caller just
 * verified it: it is made anew, for it holds nothing that the table does not. Files of other versions are removed.
 */
export async function openFile(path: string, { isTrusted = false } = {}): Promise<SqlFile> {
  if (path !== memory) {
    const folder = join(path, '..')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder))
      if (isOtherVersion(path, join(folder, name))) rmSync(join(folder, name), { force: true })
    if (!isTrusted && !(await isAsClosed(path))) removeFile(path)
    rmSync(digestPath(path), { force: true })
  }
  try {
    return opened(path)
  } catch (error) {
    // What was closed, or published, may have been damaged already.
    if (!isDamage(error)) throw error
    removeFile(path)
    return opened(path)
  }
}

function opened(path: string): SqlFile {
  const file = new SqlFile(path)
  try {
    defineOwnTables(file)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** Makes the tables that are not of an entity: how far each resource is followed, deleted and unreadable records, and figures. */
export function defineOwnTables(file: SqlFile): void {
  file.define(`CREATE TABLE IF NOT EXISTS "marks" ("resource" TEXT, "level" INTEGER, "at" INTEGER, PRIMARY KEY ("resource", "level")) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ${deletedTable} ("id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "subject" TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ${unreadableTable} ("id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "figures" ("name" TEXT PRIMARY KEY, "value" INTEGER NOT NULL) STRICT, WITHOUT ROWID`)
  // A file that is made at this moment need not be compared with another one for a day.
  file.run('INSERT OR IGNORE INTO "figures" VALUES (?, ?)', ['compared', Date.now()])
  file.run('INSERT OR IGNORE INTO "figures" VALUES (?, ?)', ['identity', randomInt(2 ** 47)])
}

/** Throws `DamagedRow` when two connections of one path have not the same file: another one was put in its place. */
export function checkSameFile(one: SqlFile, other: SqlFile): void {
  const [first, second] = [one, other].map((file) =>
    file.first(`SELECT "value" FROM "figures" WHERE "name" = 'identity'`),
  )
  if (first?.value !== second?.value) throw new DamagedRow('Another file of the projection stands in its place')
}

/** Closes a file and notes its digest, by which the next opening knows it again. */
export async function closeFile(file: SqlFile): Promise<void> {
  const { path } = file
  if (path === memory) return file.close()
  file.define('PRAGMA wal_checkpoint(TRUNCATE)')
  file.close()
  writeFileSync(`${digestPath(path)}.new`, await digestOf(path))
  renameSync(`${digestPath(path)}.new`, digestPath(path))
}

/** SHA-256 of a file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function isAsClosed(path: string): Promise<boolean> {
  if (!existsSync(path) || !existsSync(digestPath(path))) return false
  return readFileSync(digestPath(path), 'utf8') === (await digestOf(path))
}

// The name of another table may begin with the name of this one.
function isOtherVersion(path: string, other: string): boolean {
  const [start, ending] = [path.slice(0, -schemaEnding.length), other.slice(path.length - schemaEnding.length)]
  return other.startsWith(start) && !other.startsWith(path) && /^[0-9a-f]{16}\.sqlite/.test(ending)
}
