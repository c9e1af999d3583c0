import type { Operation } from '#functions/platform/http/operation.ts'
import { stepBody } from '#functions/platform/records/load.ts'
import { takeStep } from './batchStep.ts'

/** Records an attempt to deliver a sealed batch; one that succeeded takes batch and files to `delivered`. */
export const deliverBatch: Operation = (request) => {
  const { receiptNo } = stepBody(request)
  return takeStep(request, 'deliver', ({ status, deliveredBy, attempts }) => {
    const isOwn = status === 'delivered' && deliveredBy === request.actor.userId
    return isOwn && attempts?.at(-1)?.receiptNo === receiptNo
  })
}
