import { type Context, referenced } from '#functions/platform/http/context.ts'
import type { Operation } from '#functions/platform/http/operation.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { limits } from '#shared/declaration/field.ts'
import { conflict, Problem } from '#shared/declaration/problem.ts'
import type { Batch } from '#shared/entities/batch.ts'
import { Contract } from '#shared/entities/contract.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { unfitFor } from '#shared/rules/settlements/batchWorkflow.ts'
import { type Move, moveFiles } from './moveFiles.ts'

const into: Move = {
  step: 'add',
  waiting: (ids, batch) => ids.filter((id) => !batch.fileIds?.includes(id)),
  check,
  fileChanges: ({ id }) => ({ stage: 'batched', batchId: id }),
  idsAfter: (held, moved) => [...held, ...moved],
}

/** Puts approved files into an open batch; when one does not fit none goes in, and the answer says why of each. */
export const addFiles: Operation = (request) => moveFiles(request, into)

async function check(
  context: Context,
  batch: Batch,
  ids: readonly string[],
  files: readonly StoredRecord[],
): Promise<void> {
  const byId = new Map(files.map(({ record }) => [record.id, recordAs(SettlementFile, record)]))
  const refused = ids.flatMap((id) => {
    const found = byId.get(id)
    // Whether a file of another site exists is nobody's business here.
    const file = found?.siteId === batch.siteId ? found : undefined
    const message = unfitFor(batch, file)
    return message ? [{ id, number: file?.number, message }] : []
  })
  if (refused.length > 0) {
    const sentences = refused.map(({ id, number, message }) => `${number ?? id}: ${message}`)
    throw new Problem(409, `Nothing was added, for ${refused.length} of ${ids.length} files do not fit.`, {
      rule: 'FILES_UNFIT',
      errors: { fileIds: sentences.join(' ') },
      refused,
    })
  }
  const most = await mostFiles(context, [...byId.values()])
  if ((batch.fileIds?.length ?? 0) + ids.length > most)
    throw conflict('BATCH_FULL', `A batch for this payer holds ${most} files. Open another one for the rest.`)
}

/** The smallest number of files that the contracts of these files let a batch hold. */
async function mostFiles(context: Context, files: readonly SettlementFile[]): Promise<number> {
  const contracts = [...new Set(files.map(({ contractId }) => contractId))]
  const read = await Promise.all(contracts.map((id) => referenced(context, id)))
  return Math.min(
    limits.list,
    ...read.flatMap((stored) => (stored ? recordAs(Contract, stored.record).maxBatchFiles : [])),
  )
}
