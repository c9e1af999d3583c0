import * as z from 'zod'
import type { Context } from '#functions/platform/http/context.ts'
import type { Reply, Request } from '#functions/platform/http/operation.ts'
import { recordReply } from '#functions/platform/records/load.ts'
import {
  type Change,
  commit,
  TransactionRefused,
  transactionLimit,
  transactionSteps,
} from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { batchOf, decideStep } from './batchStep.ts'
import { filesAtOnce, movedFile, readFiles } from './followBatch.ts'

/** How often batch and files are read again when others write them meanwhile. */
const mostClashes = 12

/** One way files go: into an open batch, or out of it. */
export interface Move {
  readonly step: 'add' | 'remove'
  /** Which of the files asked for still have to go. */
  readonly waiting: (ids: readonly string[], batch: Batch) => readonly string[]
  /** Throws when one of them may not. */
  readonly check?: (
    context: Context,
    batch: Batch,
    ids: readonly string[],
    files: readonly StoredRecord[],
  ) => Promise<void>
  readonly fileChanges: (batch: Batch) => Readonly<Record<string, unknown>>
  /** Ids of the batch's files once these have gone. */
  readonly idsAfter: (held: readonly string[], moved: readonly string[]) => string[]
}

/**
 * Moves files and batch together, as many in one transaction as it takes; each transaction stands for itself, so the
 * same request again goes on where one was cut off, and a file is never in two batches.
 */
export async function moveFiles(request: Request, move: Move): Promise<Reply> {
  const { context } = request
  let stored = await batchOf(request)
  for (let clashes = 0; ; clashes++) {
    const { body } = await decideStep(request, stored, move.step)
    const wanted = [...new Set(z.array(z.string()).parse(body.fileIds))]
    const ids = move.waiting(wanted, recordAs(Batch, stored.record))
    const files = await readFiles(context, ids)
    await move.check?.(context, recordAs(Batch, stored.record), ids, files)
    try {
      for (let index = 0; index < files.length; ) {
        const part = partOf(context, move, stored, files.slice(index, index + filesAtOnce))
        const [saved] = await commit(context.origin, part)
        stored = saved ?? stored
        index += part.length - 1
      }
      return recordReply(request, Batch, stored)
    } catch (error) {
      if (!(error instanceof TransactionRefused && error.what === 'version')) throw error
      if (clashes >= mostClashes)
        throw new Problem(503, 'Others are changing this batch. Try again.', { retryAfter: 1 })
    }
    stored = (await getRecord(stored.record.id, { consistent: true })) ?? stored
  }
}

/** The batch and as many of the files as one transaction takes with it. */
function partOf(context: Context, move: Move, stored: StoredRecord, files: readonly StoredRecord[]): Change[] {
  for (let count = files.length; ; count--) {
    const part = changesOf(move, stored, files.slice(0, count))
    if (count <= 1 || transactionSteps(context.origin, part).steps.length <= transactionLimit) return part
  }
}

function changesOf(move: Move, stored: StoredRecord, files: readonly StoredRecord[]): Change[] {
  const batch = recordAs(Batch, stored.record)
  const shares = files.map(({ record }) => recordAs(SettlementFile, record).payerShareMinor ?? 0)
  const moved = shares.reduce((sum, share) => sum + share, 0)
  const fileIds = move.idsAfter(
    batch.fileIds ?? [],
    files.map(({ record }) => record.id),
  )
  const after = {
    ...stored.record,
    fileIds,
    fileCount: fileIds.length,
    payerShareMinor: (batch.payerShareMinor ?? 0) + (move.step === 'add' ? moved : -moved),
  }
  const changes = move.fileChanges(batch)
  return [
    { entity: Batch, before: stored, after, action: move.step },
    ...files.map((file) => movedFile(file, changes, move.step === 'add' ? 'batch' : 'unbatch')),
  ]
}
