import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The state of the first seeding of a data folder. */
export type SeedState = 'none' | 'begun' | 'done'

const lockFile = 'instance.json'

/** Creates the folder, readable by this user only, because it holds mails and keys. */
export const openFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
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
