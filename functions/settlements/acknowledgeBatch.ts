import type { Operation } from '#functions/platform/http/operation.ts'
import { stepBody } from '#functions/platform/records/load.ts'
import { takeStep } from './batchStep.ts'

/** The payer says that it has the batch: its reference is kept, and the files follow. */
export const acknowledgeBatch: Operation = (request) => {
  const { reference } = stepBody(request)
  return takeStep(request, 'acknowledge', (batch) => batch.status === 'acknowledged' && batch.reference === reference)
}
