import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the files of a folder that lie there for more than so many days, as the lifecycle of a bucket does on AWS. */
export async function removeOldObjects(folder: string, days: number, now = Date.now()): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (mtimeMs + days * 86_400_000 >= now) continue
    await rm(path, { recursive: true, force: true })
    removed++
  }
  return removed
}
