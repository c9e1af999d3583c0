import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** The state of the first seeding of a data folder. */
export type SeedState = 'none' | 'begun' | 'done'

const lockFile = 'instance.json'

/** Files of which a data folder has at least one from its first moments on. */
const ownFiles = [lockFile, 'records.db', 'secrets.json', 'filling']

/**
 * Creates the folder, readable by this user only, because it holds mails and keys. Throws `StartProblem` for one that holds
 * the files of somebody else, which a fresh start would delete.
 */
export const openFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = readdirSync(folder)
  if (files.length === 0 || ownFiles.some((name) => files.includes(name))) return
  throw new StartProblem(
    `The folder ${folder} holds files that are not of Redress, and nothing in it was touched. Name an empty folder, or none at all: REDRESS_DATA=/path/to/folder npm start`,
  )
}

/** Deletes everything except the lock. */
export const clearFolder = (folder: string): void => {
  for (const name of readdirSync(folder))
    if (!name.startsWith(lockFile)) rmSync(join(folder, name), { recursive: true, force: true })
}

const stateFile = (folder: string) => join(folder, 'filling')

/** The state of the seeding; a folder whose seeding was interrupted has no use and may be cleared. */
export const seedStateOf = (folder: string): SeedState => {
  if (!existsSync(stateFile(folder))) return 'none'
  return readFileSync(stateFile(folder), 'utf8') === 'done' ? 'done' : 'begun'
}

/** Writes the state by a rename, so that the file is whole after a `kill -9`. */
export const setSeedState = (folder: string, state: Exclude<SeedState, 'none'>): void => {
  writeFileSync(`${stateFile(folder)}.new`, state)
  renameSync(`${stateFile(folder)}.new`, stateFile(folder))
}
