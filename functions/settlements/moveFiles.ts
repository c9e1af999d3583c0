import type { Context } from '#functions/platform/http/context.ts'
import { idOf, type Request } from '#functions/platform/http/operation.ts'
import { load, loadToChange, recordReply } from '#functions/platform/records/load.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { commitIn } from '#functions/platform/records/save.ts'
import { decideStep } from '#functions/platform/records/step.ts'
import { type Change, transactionSteps } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { transactionLimit } from '#functions/platform/store/transact.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import { filesAtOnce, movedFile, readFiles } from './followBatch.ts'

/** How often batch and files are read when others write them meanwhile. */
const attempts = 13

/** One way files go: into an open batch, or out of it. */
export interface Move {
  readonly step: 'add' | 'remove'
  /** Which of the files of a request still have to go. */
  readonly remaining: (ids: readonly string[], batch: Batch) => readonly string[]
  /** Throws when one of them may not. */
  readonly check?: (
    context: Context,
    batch: Batch,
    ids: readonly string[],
    files: readonly SettlementFile[],
  ) => Promise<void>
  readonly fileChanges: (batch: Batch) => RecordValues
  /** Ids of the batch's files once some more have gone. */
  readonly idsAfter: (ids: readonly string[], moved: readonly string[]) => string[]
}

/**
 * Moves files and batch together, as many in one transaction as it takes; each transaction is complete in itself, so the
 * same request again goes on where one was cut off, and a file is never in two batches.
 */
export async function moveFiles(request: Request, fileIds: readonly string[], move: Move) {
  await loadToChange(request, Batch)
  const moveAll = () => moveRemaining(request, [...new Set(fileIds)], move)
  const batch = await retryOnConflict(moveAll, { attempts, busy: refuse('BATCH_BUSY') })
  return recordReply(request, Batch, batch)
}

async function moveRemaining(request: Request, fileIds: readonly string[], move: Move): Promise<StoredRecord<Batch>> {
  const { context } = request
  let batch = await load(context, Batch, idOf(request), { consistent: true })
  await decideStep(context, Batch, batch, { name: move.step, values: { fileIds } })
  const ids = move.remaining(fileIds, batch.record)
  const files = await readFiles(context, ids)
  await move.check?.(
    context,
    batch.record,
    ids,
    files.map(({ record }) => record),
  )
  for (let index = 0; index < files.length; ) {
    const part = partOf(context, move, batch, files.slice(index, index + filesAtOnce))
    const [saved] = await commitIn(context, part)
    if (saved) batch = saved as StoredRecord<Batch>
    index += part.length - 1
  }
  return batch
}

/** The batch and as many of the files as one transaction takes with it. */
function partOf(
  context: Context,
  move: Move,
  batch: StoredRecord<Batch>,
  files: readonly StoredRecord<SettlementFile>[],
): Change[] {
  for (let count = files.length; ; count--) {
    const part = changesOf(move, batch, files.slice(0, count))
    if (count <= 1 || transactionSteps(context.origin, part).steps.length <= transactionLimit) return part
  }
}

function changesOf(
  { step, idsAfter, fileChanges }: Move,
  before: StoredRecord<Batch>,
  files: readonly StoredRecord<SettlementFile>[],
): Change[] {
  const { record } = before
  const moved = files.reduce((sum, file) => sum + (file.record.payerShareMinor ?? 0), 0)
  const fileIds = idsAfter(
    record.fileIds ?? [],
    files.map((file) => file.record.id),
  )
  const payerShareMinor = (record.payerShareMinor ?? 0) + (step === 'add' ? moved : -moved)
  const after = { ...record, fileIds, fileCount: fileIds.length, payerShareMinor }
  const changes = fileChanges(record)
  return [
    { entity: Batch, before, after, action: step },
    ...files.map((file) => movedFile(file, changes, step === 'add' ? 'batch' : 'unbatch')),
  ]
}
