import type { Operation } from '#functions/platform/http/operation.ts'
import { startJob } from '#functions/platform/jobs/start.ts'
import { Batch } from '#shared/entities/batch.ts'
import { batchOf, decideStep } from './batchStep.ts'

/** Starts the job that writes a sealed batch as a file for its payer. */
export const exportBatch: Operation = async (request) => {
  const stored = await batchOf(request)
  const { body } = await decideStep(request, stored, 'export')
  const job = await startJob(request, {
    kind: 'batch-export',
    resource: Batch.resource,
    request: { batchId: stored.record.id, format: body.format },
  })
  return { status: 202, body: { job } }
}
