import { idOf, type Reply, type Request } from '#functions/platform/http/operation.ts'
import { decideAction, planned } from '#functions/platform/records/change.ts'
import { checkVersion, load, recordReply, saveOne, stepBody, versionGiven } from '#functions/platform/records/load.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import { followBatch } from './followBatch.ts'

/** The batch of a request as it stands now, at the version the caller saw if one was given. */
export async function batchOf(request: Request): Promise<StoredRecord> {
  const stored = await load(request.context, Batch, idOf(request), { consistent: true })
  checkVersion(request.context, Batch, stored, versionGiven(request))
  return stored
}

/** What the rule of a step says to the request's body. */
export const decideStep = (request: Request, stored: StoredRecord, step: string) =>
  decideAction(request.context, Batch, stored, step, stepBody(request))

/**
 * A step of the batch that its files follow. The batch is written first; a caller who got no answer sends the same
 * again, which finds the step taken and lets the files that were left behind follow.
 */
export async function takeStep(request: Request, step: string, isTaken: (batch: Batch) => boolean): Promise<Reply> {
  const stored = await load(request.context, Batch, idOf(request), { consistent: true })
  if (isTaken(recordAs(Batch, stored.record))) {
    await followBatch(request.context, stored)
    return recordReply(request, Batch, stored)
  }
  checkVersion(request.context, Batch, stored, versionGiven(request))
  const { changes, reason } = await decideStep(request, stored, step)
  const saved = await saveOne(
    request.context,
    stored,
    await planned(request.context, Batch, stored, changes, step, reason),
  )
  await followBatch(request.context, saved)
  return recordReply(request, Batch, saved)
}
