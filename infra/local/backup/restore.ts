import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { isSame } from '#shared/values/canonical.ts'
import { type BackupManifest, readManifest } from './backupManifest.ts'
import { copyFile, syncFolder } from './copyFolder.ts'
import { draftOf, removeAbandonedDrafts } from './drafts.ts'
import { countRecords, erasedPatients, type RecordCounts } from './recordsCopy.ts'

const refuse = (why: string): never => {
  throw new StartProblem(`${why} Nothing was restored, and the backup is as it was.`)
}

/**
 * Restores a backup into a folder that is empty or not there, which appears at once and complete, after every checksum
 * and every count of the manifest was compared. Throws `StartProblem`, and leaves no folder, when something differs.
 */
export async function restore(backup: string, folder: string): Promise<BackupManifest> {
  const manifest = readManifest(backup)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    refuse(
      `The folder ${folder} is not empty. Name a new one: REDRESS_DATA=/path/to/new/folder npm run restore -- --from ${backup}.`,
    )
  mkdirSync(dirname(folder), { recursive: true })
  const place = join(dirname(folder), `.${basename(folder)}`)
  removeAbandonedDrafts(dirname(folder), (name) => name === basename(place))
  const draft = draftOf(place)
  try {
    await copyChecked(backup, draft, manifest)
    checkRecords(draft, manifest)
    await syncFolder(draft)
    renameSync(draft, folder)
    await syncFolder(dirname(folder))
    return manifest
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return refuse(`The backup ${backup} could not be written to ${folder} (${error.message}).`)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function copyChecked(backup: string, draft: string, manifest: BackupManifest): Promise<void> {
  for (const expected of manifest.files) {
    const copy = await copyFile(backup, draft, expected.path).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT'
        ? refuse(`The file ${expected.path} is missing in the backup ${backup}.`)
        : Promise.reject(error),
    )
    if (!isSame(copy, expected))
      refuse(
        `The file ${expected.path} in the backup ${backup} is not the one that was copied: its checksum differs. Take another backup.`,
      )
  }
}

function checkRecords(draft: string, manifest: BackupManifest): void {
  const { layout, records, historyEntries, unevenHistories } = manifest
  const expected: RecordCounts = { layout, records, historyEntries, unevenHistories }
  if (!isSame(countRecords(join(draft, 'records.db'), manifest.table), expected))
    refuse('The records of the backup are not as many as its manifest says.')
}

/**
 * The patients who were erased after a backup was made, as the folder in use until now says, and who are in the restored
 * one again; undefined where that folder is not there to be asked.
 */
export function erasedAfter(manifest: BackupManifest, folder: string, old = manifest.source): string[] | undefined {
  const [before, now] = [join(old, 'records.db'), join(folder, 'records.db')]
  if (resolve(old) === resolve(folder) || !existsSync(before)) return undefined
  const known = new Set(erasedPatients(now, manifest.table))
  return erasedPatients(before, manifest.table).filter((id) => !known.has(id))
}
