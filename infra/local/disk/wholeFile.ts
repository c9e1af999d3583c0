import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const syncFolder = (path: string): void => {
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // Windows opens no folder; there a rename is kept by the file system itself.
  }
}

/**
 * Writes a file as a whole, for this user alone: a power cut or a full disk leaves the one before it, never half of one.
 * Throws the error of the system, with the code ENOSPC when the disk is full.
 */
export const writeWhole = (path: string, text: string): void => {
  const draft = `${path}.new`
  try {
    const file = openSync(draft, 'w', 0o600)
    try {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      // A file that is renamed before its bytes are on the disk is empty after a power cut.
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
