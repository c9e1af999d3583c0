import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const suffix = /\.part-(\d+)$/

/** The name under which this process makes a folder that gets its own name when it is complete. */
export const draftOf = (path: string): string => `${path}.part-${process.pid}`

/** The name that a draft would have got; undefined for a folder that is none. */
export const nameOfDraft = (name: string): string | undefined =>
  suffix.test(name) ? name.replace(suffix, '') : undefined

const isAlive = (processId: number) => {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}

/** Removes the drafts of processes that were killed, of those names that are ours. */
export function removeAbandonedDrafts(folder: string, isOurs: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    const complete = nameOfDraft(name)
    if (complete !== undefined && isOurs(complete) && !isAlive(Number(suffix.exec(name)?.[1])))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}
