import { env } from '#functions/platform/aws/env.ts'
import { removeFiles } from '#functions/platform/aws/removeFiles.ts'
import { planned } from '#functions/platform/records/change.ts'
import { arrivingKey, keptKey } from '#functions/platform/records/files/fileKeys.ts'
import { isStale, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { entryFrom } from '#functions/platform/store/history.ts'
import { historyKey } from '#functions/platform/store/keys.ts'
import { getRecord, wholePartition } from '#functions/platform/store/read.ts'
import { Batch } from '#shared/entities/batch.ts'
import { refuse } from '#shared/refusals.ts'
import { erasureContext, uploadsOf } from './patientRecords.ts'

/** Removes every file that was kept with a record, also one that no step followed, and what is left where they arrived. */
export async function removeKeptFiles(recordId: string): Promise<void> {
  await removeFiles(keptKey(recordId, ''), env.bucket)
  for (const uploadId of await uploadsOf(recordId)) await removeFiles(arrivingKey(uploadId), env.bucket)
}

/** Ids of the batches that a settlement file is in or was in, out of its history. */
export async function batchesOf(fileId: string): Promise<string[]> {
  const ids = new Set<string>()
  for await (const item of wholePartition(historyKey(fileId, 0).pk)) {
    const { before, after } = entryFrom(item)
    for (const id of [before.batchId, after.batchId]) if (typeof id === 'string') ids.add(id)
  }
  return [...ids]
}

/** Removes the files that were written of a batch for its payer, and says so in the batch: they name the patient. */
export async function removeBatchExports(batchId: string, requestId: string): Promise<void> {
  await removeFiles(`exports/batches/${batchId}/`, env.bucket)
  const note = async () => {
    const stored = await getRecord(Batch, batchId, { consistent: true })
    const exports = stored?.record.exports ?? []
    if (!stored || exports.every(({ removedAt }) => removedAt !== undefined)) return
    const context = erasureContext(requestId)
    const removedAt = context.origin.at
    const changed = { exports: exports.map((entry) => ({ ...entry, removedAt: entry.removedAt ?? removedAt })) }
    const change = await planned(context, Batch, stored, changed, 'remove-exports')
    if (change) await save(context, [change])
  }
  await retryOnConflict(note, { busy: refuse('BATCH_BUSY'), isConflict: isStale })
}
