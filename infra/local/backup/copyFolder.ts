import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { BackupFile } from './backupManifest.ts'

/** What a new start makes again, or what belongs to a running one; the records are copied in their own way. */
const left = /^(instance\.json|records\.db|functions\.log|projection\/|files\/\.arriving\/)|\.new$/

/** Files of a data folder besides its records, by their paths within it. */
export const filesToCopy = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !left.test(path))
    .sort()

/** Copies one file into another folder, readable by this user only and synced; what was written, by its checksum. */
export async function copyFile(from: string, to: string, path: string): Promise<BackupFile> {
  const target = join(to, path)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(join(from, path))) {
      hash.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** The checksum of a file where it lies. */
export async function checksumOf(folder: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, path))) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** Makes the names within a folder lasting, so that a power cut forgets no file of it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
