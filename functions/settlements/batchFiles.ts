import { type Context, referenced } from '#functions/platform/http/context.ts'
import { operation } from '#functions/platform/http/operation.ts'
import * as api from '#shared/api/settlements.ts'
import { limits } from '#shared/declaration/field.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import type { Batch } from '#shared/entities/batch.ts'
import { Contract } from '#shared/entities/contract.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import { unfitFor } from '#shared/rules/settlements/batchRules.ts'
import { type Move, moveFiles } from './moveFiles.ts'

const add: Move = {
  step: 'add',
  remaining: (ids, batch) => ids.filter((id) => !batch.fileIds?.includes(id)),
  check,
  fileChanges: ({ id }) => ({ stage: 'batched', batchId: id }),
  idsAfter: (ids, moved) => [...ids, ...moved],
}

const remove: Move = {
  step: 'remove',
  remaining: (ids, batch) => ids.filter((id) => batch.fileIds?.includes(id)),
  fileChanges: () => ({ stage: 'approved', batchId: null }),
  idsAfter: (ids, moved) => ids.filter((id) => !moved.includes(id)),
}

/** Puts approved files into an open batch; when one does not fit none goes in, and the answer says why of each. */
export const addFiles = operation(api.addFiles, (request, { fileIds }) => moveFiles(request, fileIds, add))

/** Takes files out of an open batch; they are approved files again, and files of other batches stay as they are. */
export const removeFiles = operation(api.removeFiles, (request, { fileIds }) => moveFiles(request, fileIds, remove))

async function check(
  context: Context,
  batch: Batch,
  ids: readonly string[],
  files: readonly SettlementFile[],
): Promise<void> {
  const byId = new Map(files.map((file) => [file.id, file]))
  const refused = ids.flatMap((id) => {
    const file = byId.get(id)
    // Whether a file of another site exists is nobody's business here.
    const own = file?.siteId === batch.siteId ? file : undefined
    const refusal = unfitFor(batch, own)
    return refusal ? [{ id, number: own?.number ?? id, refusal }] : []
  })
  if (refused.length > 0) {
    const reasons = refused.map(({ number, refusal }) => refuse('FILE_UNFIT', { number, reasons: [refusal] }))
    const { length: count } = refused
    throw new Problem(refuse('FILES_UNFIT', { count, total: ids.length, reasons }), {
      refused: refused.map(({ id, number, refusal: { rule, message } }) => ({ id, number, rule, message })),
    })
  }
  const limit = await fileLimit(context, files)
  if ((batch.fileIds?.length ?? 0) + ids.length > limit) throw problem('BATCH_FULL', { limit })
}

/** The smallest number of files that the contracts of these files let a batch hold. */
async function fileLimit(context: Context, files: readonly SettlementFile[]): Promise<number> {
  const ids = [...new Set(files.map(({ contractId }) => contractId))]
  const contracts = await Promise.all(ids.map((id) => referenced(context, Contract, id)))
  return Math.min(limits.list, ...contracts.flatMap((contract) => contract?.record.maxBatchFiles ?? []))
}
