import type { Entity } from '#shared/declaration/entity.ts'
import { inPool } from '#shared/values/inPool.ts'
import { changesShards, recordKey } from '../keys.ts'
import { textOfBytes } from '../packing/bytes.ts'
import { getItems } from '../read.ts'
import { readChanges } from '../readIndex.ts'
import type { Head } from './anchor.ts'

/** Queries of the feed at the same time, and records of one batch. */
const [together, batchSize, pageSize] = [4, 100, 1000]

/** The versions of every record changed since an instant, by id, as the feed of changes tells of them. */
export async function changedVersions(entities: readonly Entity[], since: string): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  const shards = entities.flatMap(({ resource }) =>
    Array.from({ length: changesShards }, (_, shard) => ({ resource, shard })),
  )
  await inPool(shards, together, async ({ resource, shard }) => {
    let after: Record<string, unknown> | undefined
    do {
      const page: Awaited<ReturnType<typeof readChanges>> = await readChanges(resource, shard, since, {
        limit: pageSize,
        after,
      })
      for (const { id, version } of page.entries) versions.set(id, version)
      after = page.next
    } while (after)
  })
  return versions
}

/** The newest entries of some records as they are at this moment; a record that is gone has none. */
export async function readHeads(ids: readonly string[]): Promise<Head[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
    ids.slice(index * batchSize, (index + 1) * batchSize),
  )
  const found = await inPool(batches, together, (batch) => getItems(batch.map(recordKey), { consistent: true }))
  return found.flat().map(({ pk, v, hash }) => ({ id: String(pk), version: Number(v), hash: textOfBytes(hash) }))
}
