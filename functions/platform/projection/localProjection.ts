import { log } from '#functions/platform/aws/log.ts'
import { entityOf } from '#shared/entities/index.ts'
import { closeFile, filePath, openFile, removeFile } from './file/projectionFile.ts'
import { loadSnapshot } from './file/snapshots.ts'
import type { SqlFile } from './file/sqlite.ts'
import { tableOf } from './file/tables.ts'
import { follow, followedTo, isFollowed, takeSeen } from './follow/follow.ts'
import type { Projection } from './projection.ts'
import { readerOf } from './reader.ts'

const tableFor = (resource: string) => tableOf(entityOf(resource))

/** Opens the projection of this thread: its own file, else the latest snapshot, else an empty file to be filled. */
export async function openLocalProjection(path = filePath()): Promise<Projection> {
  let { file, isFromSnapshot } = await openOrLoad(path)
  return {
    ...readerOf(() => file),
    async follow(resource, until) {
      const table = tableFor(resource)
      const isNew = !isFollowed(file, table)
      const startedAt = Date.now()
      await follow(file, table, until)
      if (isNew) {
        // Reading everything is dear: an alarm watches how many rows a function had to.
        const projectionBuilt = Number(file.first(`SELECT count(*) AS "n" FROM ${table.name}`)?.n)
        log({ at: new Date().toISOString(), resource, projectionBuilt, ms: Date.now() - startedAt })
      }
      return followedTo(file, table)
    },
    takeSeen: (resource, seen) => takeSeen(file, tableFor(resource), seen),
    maintain: (run) => run(file),
    async renew() {
      file.close()
      removeFile(path)
      // A snapshot may be what is damaged: after it the feed is read.
      const next = isFromSnapshot ? { file: await openFile(path), isFromSnapshot: false } : await openOrLoad(path)
      file = next.file
      isFromSnapshot = next.isFromSnapshot
    },
    close: () => closeFile(file),
  }
}

async function openOrLoad(path: string): Promise<{ file: SqlFile; isFromSnapshot: boolean }> {
  const file = await openFile(path)
  const isKnown = path === ':memory:' || file.first('SELECT 1 FROM "marks" LIMIT 1')
  if (isKnown) return { file, isFromSnapshot: false }
  file.close()
  removeFile(path)
  const isFromSnapshot = await loadSnapshot(path)
  return { file: await openFile(path, { isTrusted: isFromSnapshot }), isFromSnapshot }
}
