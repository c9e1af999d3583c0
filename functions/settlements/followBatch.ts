import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import { fileStageAt } from '#shared/rules/settlements/batchRules.ts'

/** Files moved in one transaction: at 200 long lines each they stay below the 4 MB that DynamoDB takes at once. */
export const filesAtOnce = 20

/** How often files are read when somebody else writes one meanwhile. */
const attempts = 9

/** Files by id as they are at this moment; missing ones are left out. */
export const readFiles = ({ meter }: Context, ids: readonly string[]) =>
  getRecords(SettlementFile, ids, { meter, consistent: true })

/** A file as a step of its batch leaves it; the batch's rule has decided. */
export const movedFile = (before: StoredRecord<SettlementFile>, changes: RecordValues, action: string): Change => ({
  entity: SettlementFile,
  before,
  after: { ...before.record, ...changes },
  action,
})

/** Moves the files of a batch after it, should the request that moved the batch have ended before it moved them all. */
export async function followBatchEvent({ id, at: now, eventId }: Event): Promise<void> {
  const stored = await getRecord(Batch, id, { consistent: true })
  if (stored) await followBatch(contextFor(product, 'event', now, eventId), stored.record)
}

/** What the history of a file calls its part in a step of its batch. */
const fileActions: Readonly<Record<string, string>> = {
  delivered: 'deliver',
  acknowledged: 'acknowledge',
  voided: 'unbatch',
}

/** Brings the files of a batch to the stage that follows from its status; a repetition moves only what is behind. */
export async function followBatch(context: Context, batch: Batch): Promise<void> {
  const { status, deliveredBy, fileIds = [] } = batch
  const stage = status && fileStageAt[status]
  if (!stage) return
  const changes = stage === 'approved' ? { stage, batchId: null } : { stage, deliveredBy, holderId: deliveredBy }
  const action = fileActions[status] ?? status
  for (let index = 0; index < fileIds.length; index += filesAtOnce) {
    const ids = fileIds.slice(index, index + filesAtOnce)
    const move = async () => {
      const behind = (await readFiles(context, ids)).filter(({ record }) => isBehind(record, batch.id, stage))
      await saveMany(
        context,
        behind.map((file) => movedFile(file, changes, action)),
      )
    }
    await retryOnConflict(move, { attempts, busy: refuse('BATCH_BUSY') })
  }
}

const isBehind = (file: SettlementFile, batchId: string, stage: SettlementFile['stage']): boolean =>
  file.batchId === batchId && (file.stage === 'batched' || (file.stage === 'delivered' && stage === 'acknowledged'))
