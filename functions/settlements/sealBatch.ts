import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { recordAs } from '#shared/entity.ts'
import { conflict } from '#shared/problem.ts'
import { sealOf } from '#shared/rules/batch.ts'
import { batchLinesOf } from '#shared/rules/claimRows.ts'
import { planned } from '../kit/change.ts'
import { recordReply, saveOne } from '../kit/crud.ts'
import type { Operation } from '../kit/operation.ts'
import { readFiles } from '../kit/settlements/followBatch.ts'
import { batchOf, decideStep } from './batchStep.ts'

/**
 * Closes a batch for good with its control totals and the SHA-256 over its canonical rows: one update on condition of
 * the version that lists its files, whatever their number.
 */
export const sealBatch: Operation = async (request) => {
  const { work } = request
  const stored = await batchOf(request)
  const { changes } = await decideStep(request, stored, 'seal')
  const { id, fileIds = [] } = recordAs(Batch, stored.record)
  const files = (await readFiles(work, fileIds)).map(({ record }) => recordAs(SettlementFile, record))
  const isWhole =
    files.length === fileIds.length && files.every((file) => file.batchId === id && file.stage === 'batched')
  if (!isWhole) throw conflict('BATCH_BROKEN', 'Not every file of this batch is in it. Tell your administrator.')
  const { sha256, totals } = await sealOf(files.flatMap(batchLinesOf))
  const approverIds = [...new Set(files.flatMap(({ approvedBy }) => approvedBy ?? []))]
  const change = await planned(work, Batch, stored, { ...changes, sha256, totals, approverIds }, 'seal')
  return recordReply(request, Batch, await saveOne(work, stored, change))
}
