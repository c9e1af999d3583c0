import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { checkFile, fileProblem, readFolderFile } from '#infra/local/disk/folderFiles.ts'
import { writeWhole } from '#infra/local/disk/wholeFile.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { poolsFolder, signingKeyFile } from '#infra/local/services/identityFiles.ts'

/** The state of the first seeding of a data folder. */
export type SeedState = 'none' | 'begun' | 'done'

const lockFile = 'instance.json'

/** Notes how far the folder is, and, once its first start is complete, which files belong to it. */
const noteFile = 'folder.json'

const folderNote = z.union([
  z.strictObject({ state: z.literal('begun') }),
  z.strictObject({ state: z.literal('done'), files: z.array(z.string()).min(1) }),
])

const records = 'records.db'

/** Files of which a data folder has at least one from its first moments on. */
const ownFiles = [lockFile, records, 'secrets.json', noteFile, 'filling']

/**
 * Creates the folder, readable by this user only, because it holds mails and keys. Throws `StartProblem` for one that holds
 * the files of somebody else, which a fresh start would delete.
 */
export const openFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = readdirSync(folder)
  // One that was made by hand may be open to everybody.
  if (files.length === 0 || ownFiles.some((name) => files.includes(name))) {
    chmodSync(folder, 0o700)
    return
  }
  throw new StartProblem(
    `The folder ${folder} holds files that are not of Redress, and nothing in it was touched. Name an empty folder, or none at all: REDRESS_DATA=/path/to/folder npm start`,
  )
}

/** Deletes everything except the lock, and notes first that the folder has no use until it is filled. */
export const clearFolder = (folder: string): void => {
  setSeedState(folder, 'begun')
  for (const name of readdirSync(folder))
    if (!name.startsWith(lockFile) && name !== noteFile) rmSync(join(folder, name), { recursive: true, force: true })
}

// Folders of earlier versions say no more than this one word.
const earlierState = (folder: string): SeedState => {
  const path = join(folder, 'filling')
  const word = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return word === 'done' || word === 'begun' ? word : 'none'
}

/** The state of the seeding; a folder whose seeding was interrupted has no use and may be cleared. */
export const seedStateOf = (folder: string): SeedState => {
  const state = readFolderFile(folder, noteFile, folderNote)?.state ?? earlierState(folder)
  // What has a key of its own was noted before, so that the note was lost, and a new start must not fill it again.
  if (state === 'none' && existsSync(join(folder, signingKeyFile))) throw fileProblem(folder, noteFile, 'is missing')
  return state
}

/** Whether the folder says which files belong to it, as those of earlier versions do not. */
export const hasNote = (folder: string): boolean => existsSync(join(folder, noteFile))

const filesOf = (folder: string): string[] => {
  const inPools = existsSync(join(folder, poolsFolder)) ? readdirSync(join(folder, poolsFolder)) : []
  const people = inPools.filter((name) => name.endsWith('.json')).map((name) => join(poolsFolder, name))
  return [records, 'secrets.json', signingKeyFile, ...people].filter((name) => existsSync(join(folder, name)))
}

/** Notes the state; with `done` also the files that the folder has, which later starts never make again. */
export const setSeedState = (folder: string, state: Exclude<SeedState, 'none'>): void => {
  const note = state === 'done' ? { state, files: filesOf(folder) } : { state }
  writeWhole(join(folder, noteFile), JSON.stringify(note))
}

/**
 * Throws `StartProblem` when a complete folder lacks one of its files or has an empty one, for a start would make it again
 * and nobody would notice the loss. The records are not looked for when another engine has them.
 */
export const checkFiles = (folder: string, hasOwnEngine: boolean): void => {
  const note = readFolderFile(folder, noteFile, folderNote)
  if (note?.state !== 'done') return
  if (hasOwnEngine && !note.files.includes(records))
    throw new StartProblem(
      `The records of ${folder} are in an engine of their own, which was named at its first start, and they are untouched there. Name it again: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`,
    )
  for (const name of note.files) if (hasOwnEngine || name !== records) checkFile(folder, name)
}
