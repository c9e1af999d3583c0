import { operation } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { loadToChange, recordReply, saveOne } from '#functions/platform/records/load.ts'
import { decideStep } from '#functions/platform/records/step.ts'
import * as api from '#shared/api/settlements.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { sealOf } from '#shared/rules/settlements/batchSeal.ts'
import { batchLinesOf } from '#shared/rules/settlements/claimRows.ts'
import { readFiles } from './followBatch.ts'

/**
 * Closes a batch for good with its control totals and the SHA-256 over its canonical rows: one update on condition of
 * the version that lists its files, whatever their number.
 */
export const sealBatch = operation(api.sealBatch, async (request, body) => {
  const { context } = request
  const stored = await loadToChange(request, Batch)
  const { changes } = await decideStep(context, Batch, stored, { name: 'seal', values: body })
  const { id, fileIds = [] } = stored.record
  const files = (await readFiles(context, fileIds)).map(({ record }) => record)
  const isComplete =
    files.length === fileIds.length && files.every((file) => file.batchId === id && file.stage === 'batched')
  if (!isComplete) throw problem('BATCH_BROKEN')
  const { sha256, totals } = await sealOf(files.flatMap(batchLinesOf))
  const approverIds = [...new Set(files.flatMap(({ approvedBy }) => approvedBy ?? []))]
  const change = await planned(context, Batch, stored, { ...changes, sha256, totals, approverIds }, 'seal')
  return recordReply(request, Batch, await saveOne(context, stored, change))
})
