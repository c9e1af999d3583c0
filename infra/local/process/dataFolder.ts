import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How far the first filling of a data folder came. */
export type SeedState = 'none' | 'begun' | 'done'

const lockFile = 'instance.json'

/** Makes the folder, readable by this user alone: it holds mails and keys. */
export const openFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Throws everything away but the lock that is being held. */
export const emptyFolder = (folder: string): void => {
  for (const name of readdirSync(folder))
    if (!name.startsWith(lockFile)) rmSync(join(folder, name), { recursive: true, force: true })
}

const mark = (folder: string) => join(folder, 'filling')

/** Whether the folder was filled; one that was only begun is worth nothing and may be thrown away. */
export const fillingOf = (folder: string): SeedState => {
  if (!existsSync(mark(folder))) return 'none'
  return readFileSync(mark(folder), 'utf8') === 'done' ? 'done' : 'begun'
}

/** Marks the filling; by rename, so that the mark is whole after a `kill -9`. */
export const markFilling = (folder: string, filling: Exclude<SeedState, 'none'>): void => {
  writeFileSync(`${mark(folder)}.new`, filling)
  renameSync(`${mark(folder)}.new`, mark(folder))
}
