import type { Operation } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { recordReply, saveOne } from '#functions/platform/records/load.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { conflict } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { sealOf } from '#shared/rules/settlements/batchSeal.ts'
import { batchLinesOf } from '#shared/rules/settlements/claimRows.ts'
import { batchOf, decideStep } from './batchStep.ts'
import { readFiles } from './followBatch.ts'

/**
 * Closes a batch for good with its control totals and the SHA-256 over its canonical rows: one update on condition of
 * the version that lists its files, whatever their number.
 */
export const sealBatch: Operation = async (request) => {
  const { context } = request
  const stored = await batchOf(request)
  const { changes } = await decideStep(request, stored, 'seal')
  const { id, fileIds = [] } = recordAs(Batch, stored.record)
  const files = (await readFiles(context, fileIds)).map(({ record }) => recordAs(SettlementFile, record))
  const isWhole =
    files.length === fileIds.length && files.every((file) => file.batchId === id && file.stage === 'batched')
  if (!isWhole) throw conflict('BATCH_BROKEN', 'Not every file of this batch is in it. Tell your administrator.')
  const { sha256, totals } = await sealOf(files.flatMap(batchLinesOf))
  const approverIds = [...new Set(files.flatMap(({ approvedBy }) => approvedBy ?? []))]
  const change = await planned(context, Batch, stored, { ...changes, sha256, totals, approverIds }, 'seal')
  return recordReply(request, Batch, await saveOne(context, stored, change))
}
