import { statfsSync } from 'node:fs'
import { refuse } from '#shared/refusals.ts'

/** Whether the disk of a folder has room for some bytes, by what it says of itself, which costs nothing to ask. */
export const hasRoom = (folder: string, bytes: number): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= bytes
  } catch {
    return true
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** How a disk refuses to take something: it is full, or it takes no changes; undefined for any other error. */
export const diskFault = (error: unknown): 'full' | 'closed' | undefined => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  return ['EROFS', 'EACCES', 'EPERM', 'EIO'].includes(code) ? 'closed' : undefined
}

/** The sentence for a caller whose request the disk refused; undefined for any other error. */
export const diskSentence = (error: unknown): string | undefined => {
  const fault = diskFault(error)
  return fault && refuse(fault === 'full' ? 'STORAGE_FULL' : 'STORAGE_CLOSED').message
}
