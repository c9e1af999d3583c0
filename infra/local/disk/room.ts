import { statfsSync } from 'node:fs'
import { refuse } from '#shared/refusals.ts'
import { diskFaultOf } from '#shared/values/diskFault.ts'

/** Whether the disk of a folder has room for some bytes, by what it says of itself, which costs nothing to ask. */
export const hasRoom = (folder: string, bytes: number): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= bytes
  } catch {
    return true
  }
}

/** The sentence for a caller whose request the disk refused; undefined for any other error. */
export const diskSentence = (error: unknown): string | undefined => {
  const fault = diskFaultOf(error)
  return fault && refuse(fault === 'full' ? 'STORAGE_FULL' : 'STORAGE_CLOSED').message
}
