import { env } from '#functions/platform/aws/env.ts'
import { removeFiles } from '#functions/platform/aws/removeFiles.ts'
import { snapshotFolder } from './snapshots.ts'

/** Removes the snapshots of other schemas, which nobody renews: of an erased person nothing may stay in one of them. */
export async function removeOldSnapshots(): Promise<void> {
  const bucket = env.snapshotBucket
  if (bucket) await removeFiles(`projection/${env.table}/`, bucket, snapshotFolder())
}
