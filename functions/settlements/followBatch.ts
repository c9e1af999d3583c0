import type { Context } from '#functions/platform/http/context.ts'
import { isStale } from '#functions/platform/records/save.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { fileStageAt } from '#shared/rules/settlements/batchWorkflow.ts'

/** Files moved in one transaction: at 200 long lines each they stay below the 4 MB that DynamoDB takes at once. */
export const filesAtOnce = 20

/** How often files are read again when somebody else writes one meanwhile. */
const mostClashes = 8

/** Files by id as they stand now; what is missing is left out. */
export const readFiles = (context: Context, ids: readonly string[]): Promise<StoredRecord[]> =>
  getRecords(ids, context.meter, true)

/** A file as a step of its batch leaves it; the batch's rule has decided. */
export const movedFile = (
  before: StoredRecord,
  changes: Readonly<Record<string, unknown>>,
  action: string,
): Change => ({
  entity: SettlementFile,
  before,
  after: { ...before.record, ...changes },
  action,
})

/** What the history of a file calls its part in a step of its batch. */
const fileActions: Readonly<Record<string, string>> = {
  delivered: 'deliver',
  acknowledged: 'acknowledge',
  voided: 'unbatch',
}

/** Brings the files of a batch to where its status says they stand; done again, it moves only those left behind. */
export async function followBatch(context: Context, stored: StoredRecord): Promise<void> {
  const batch = recordAs(Batch, stored.record)
  const stage = batch.status && fileStageAt[batch.status]
  if (!stage || !batch.status) return
  const changes = {
    stage,
    ...(stage === 'approved' && { batchId: null }),
    ...(stage !== 'approved' && { deliveredBy: batch.deliveredBy, holderId: batch.deliveredBy }),
  }
  const ids = batch.fileIds ?? []
  for (let index = 0; index < ids.length; index += filesAtOnce)
    await moveAll(
      context,
      batch.id,
      ids.slice(index, index + filesAtOnce),
      changes,
      fileActions[batch.status] ?? batch.status,
    )
}

async function moveAll(
  context: Context,
  batchId: string,
  ids: readonly string[],
  changes: Readonly<Record<string, unknown>>,
  action: string,
): Promise<void> {
  for (let clashes = 0; ; clashes++) {
    const behind = (await readFiles(context, ids)).filter(({ record }) =>
      isBehind(recordAs(SettlementFile, record), batchId, changes),
    )
    try {
      await saveMany(
        context,
        behind.map((file) => movedFile(file, changes, action)),
      )
      return
    } catch (error) {
      if (!isStale(error) || clashes >= mostClashes) throw error
    }
  }
}

const isBehind = (file: SettlementFile, batchId: string, { stage }: Readonly<Record<string, unknown>>): boolean =>
  file.batchId === batchId && (file.stage === 'batched' || (file.stage === 'delivered' && stage === 'acknowledged'))
