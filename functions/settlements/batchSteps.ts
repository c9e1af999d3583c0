import { idOf, operation, type Request } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { checkVersion, load, recordReply, saveOne, versionOf } from '#functions/platform/records/load.ts'
import { decideStep } from '#functions/platform/records/step.ts'
import * as api from '#shared/api/settlements.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import { followBatch } from './followBatch.ts'

/** Records an attempt to deliver a sealed batch; one that succeeded takes batch and files to `delivered`. */
export const deliverBatch = operation(api.deliverBatch, (request, body) =>
  takeStep(request, 'deliver', body, ({ status, deliveredBy, attempts }) => {
    const isOwn = status === 'delivered' && deliveredBy === request.actor.userId
    return isOwn && attempts?.at(-1)?.receiptNo === body.receiptNo
  }),
)

/** Records the payer's receipt of the batch with its reference; the files follow. */
export const acknowledgeBatch = operation(api.acknowledgeBatch, (request, body) =>
  takeStep(request, 'acknowledge', body, ({ status, reference }) => {
    return status === 'acknowledged' && reference === body.reference
  }),
)

/** Voids a batch that was not delivered, by two persons; its files are approved files again. */
export const voidBatch = operation(api.voidBatch, (request, body) =>
  takeStep(request, 'void', body, ({ status }) => status === 'voided'),
)

/**
 * A step of the batch that its files follow. The batch is written first; a caller who got no answer sends the same
 * again, which finds the step taken and moves the files that were not moved yet.
 */
async function takeStep(request: Request, name: string, body: RecordValues, isTaken: (batch: Batch) => boolean) {
  const { context } = request
  const stored = await load(context, Batch, idOf(request), { consistent: true })
  if (isTaken(stored.record)) {
    await followBatch(context, stored.record)
    return recordReply(request, Batch, stored)
  }
  checkVersion(context, Batch, stored, versionOf(request))
  const { changes, reason } = await decideStep(context, Batch, stored, { name, values: body })
  const change = await planned(context, Batch, stored, changes, name, reason)
  const saved = await saveOne(context, stored, change)
  await followBatch(context, saved.record)
  return recordReply(request, Batch, saved)
}
