import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { seedStateOf } from '#infra/local/process/dataFolder.ts'
import { tableName } from '#infra/local/process/environment.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { diskFaultOf } from '#shared/values/diskFault.ts'
import {
  type BackupFile,
  type BackupManifest,
  backupName,
  isBackupName,
  manifestFile,
  manifestText,
} from './backupManifest.ts'
import { checksumOf, copyFile, filesToCopy, syncFolder } from './copyFolder.ts'
import { draftOf, removeAbandonedDrafts } from './drafts.ts'
import { copyRecords, countRecords } from './recordsCopy.ts'

/** A backup that was made. */
export interface BackupResult {
  readonly path: string
  readonly manifest: BackupManifest
}

const isWithin = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`)

/** Throws `StartProblem` where there is nothing to copy, or no place to copy it to. */
function checkPlaces(folder: string, to: string): void {
  if (process.env.DYNAMODB_ENDPOINT)
    throw new StartProblem(
      'The records are in the engine at DYNAMODB_ENDPOINT and not in the data folder: back that engine up by its own means. Nothing was copied.',
    )
  if (!existsSync(join(folder, 'records.db')))
    throw new StartProblem(
      `There are no records in ${folder}, so nothing was copied. Name the data folder: REDRESS_DATA=/path/to/folder npm run backup -- --to ${to}`,
    )
  if (seedStateOf(folder) !== 'done')
    throw new StartProblem(`${folder} is still being filled by its first start: try again when that is complete.`)
  if (isWithin(resolve(to), resolve(folder)))
    throw new StartProblem(`${to} lies within the data folder and would be lost with it: name a folder elsewhere.`)
}

/**
 * Copies the data of a folder, of a running product too, to `to/redress-<instant>`. The records come first, as they are at
 * one moment, so that every file they name is still there to be copied. The name appears when everything is written and
 * synced. Throws `StartProblem`, and keeps nothing of the copy, when it cannot be complete.
 */
export async function backUp(folder: string, to: string, now = new Date()): Promise<BackupResult> {
  checkPlaces(folder, to)
  const path = join(to, backupName(now))
  const draft = draftOf(path)
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    if (isWithin(realpathSync(to), realpathSync(folder)))
      throw new StartProblem(`${to} leads into the data folder and would be lost with it: name a folder elsewhere.`)
    mkdirSync(draft, { mode: 0o700 })
    const manifest = await fill(folder, draft, now)
    const file = await open(join(draft, manifestFile), 'wx', 0o600)
    await file.writeFile(manifestText(manifest))
    await file.sync().finally(() => file.close())
    await syncFolder(draft)
    renameSync(draft, path)
    await syncFolder(to)
    return { path, manifest }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new StartProblem(sentenceOf(error, folder, to))
  } finally {
    if (existsSync(draft)) rmSync(draft, { recursive: true, force: true })
  }
}

async function fill(folder: string, draft: string, now: Date): Promise<BackupManifest> {
  const records = join(draft, 'records.db')
  copyRecords(join(folder, 'records.db'), records)
  chmodSync(records, 0o600)
  const counts = countRecords(records, tableName())
  const files: BackupFile[] = [await checksumOf(draft, 'records.db')]
  for (const path of filesToCopy(folder)) {
    const copying = copyFile(folder, draft, path)
    const copy = await (path.startsWith('files/') ? copying.catch(forgetGone(join(draft, path))) : copying)
    if (copy) files.push(copy)
  }
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  const about = {
    kind: 'redress-backup',
    takenAt: now.toISOString(),
    version,
    table: tableName(),
    source: folder,
  } as const
  return { ...about, ...counts, files }
}

/** A document that is gone a moment after it was seen was erased meanwhile. */
const forgetGone = (copy: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT' || !existsSync(copy)) throw error
  rmSync(copy, { force: true })
  return undefined
}

function sentenceOf(error: Error & { readonly code: unknown }, folder: string, to: string): string {
  const { message } = error
  const fault = diskFaultOf(error)
  const kept = 'Nothing of this backup was kept; the data and older backups are as they were.'
  if (fault === 'full') return `There is no space left in ${to}. ${kept} Free some, or name another folder.`
  if (fault === 'closed')
    return `This user may not write to ${to}, or not read ${folder} (${String(error.code)}). ${kept}`
  return `The data in ${folder} could not be copied: ${message}. ${kept}`
}

/**
 * Removes what interrupted backups left, and all complete backups but the newest `keep`; returns how many of these. It
 * touches nothing else in the folder.
 */
export function removeOlderBackups(to: string, keep?: number): number {
  removeAbandonedDrafts(to, isBackupName)
  const complete = readdirSync(to)
    .filter((name) => isBackupName(name) && existsSync(join(to, name, manifestFile)))
    .sort()
  const old = keep === undefined ? [] : complete.slice(0, Math.max(0, complete.length - keep))
  for (const name of old) {
    // Under this name nobody takes a half of it for a backup.
    const leaving = draftOf(join(to, name))
    renameSync(join(to, name), leaving)
    rmSync(leaving, { recursive: true, force: true })
  }
  return old.length
}
