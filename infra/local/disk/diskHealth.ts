import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { diskFaultOf } from '#shared/values/diskFault.ts'
import { hasRoom } from './room.ts'

/** What is wrong with the disk of the data folder, and how many lines of the log it did not take. */
export type DiskHealth = { fault?: 'full' | 'closed' | 'damaged'; lostLogLines: number }

/** How long a finding holds before the folder is tried again, in milliseconds; nobody can make it write more often. */
const tryEveryMs = 15_000

const probeBytes = Buffer.alloc(65_536)

/** Writes a small file to the disk and removes it; what the disk says when it does not take it. */
const tryFile = (folder: string): DiskHealth['fault'] => {
  const path = join(folder, '.room')
  try {
    const file = openSync(path, 'w', 0o600)
    try {
      writeSync(file, probeBytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return undefined
  } catch (error) {
    return diskFaultOf(error) ?? 'closed'
  } finally {
    try {
      rmSync(path, { force: true })
    } catch {
      // A disk that takes no changes does not take this one.
    }
  }
}

const isFull = (folder: string) => !hasRoom(folder, probeBytes.length)

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino

/**
 * Watches the folder of a running instance: whether it takes files, and whether the file of the records is still the one
 * that the engine has open, for the engine goes on writing to one that was removed. It looks only when it is asked.
 */
export const watchFolder = (folder: string, lostLogLines = () => 0, nowMs = () => performance.now()) => {
  const records = join(folder, 'records.db')
  const inode = inodeOf(records)
  let [fault, triedMs]: [DiskHealth['fault'], number] = [undefined, Number.NEGATIVE_INFINITY]
  let isToldOf = false
  return (): DiskHealth => {
    // A disk that was full has room as soon as somebody makes some.
    const hasRoomAgain = fault === 'full' && !isFull(folder)
    if (hasRoomAgain || nowMs() - triedMs >= tryEveryMs) {
      triedMs = nowMs()
      const isSame = inodeOf(records) === inode
      fault = isSame ? tryFile(folder) : 'damaged'
      if (!isSame && !isToldOf)
        console.error(
          `The file ${records} was removed or replaced while Redress runs. What is written from now on is lost: stop Redress, put a copy of the data folder in its place, and start again.`,
        )
      isToldOf ||= !isSame
    }
    return { fault: fault ?? (isFull(folder) ? 'full' : undefined), lostLogLines: lostLogLines() }
  }
}
