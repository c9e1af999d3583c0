import { attachingSteps } from '#functions/platform/records/files/attachingSteps.ts'
import { openKeptFile } from '#functions/platform/records/files/openKeptFile.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { addFiles, removeFiles } from '#functions/settlements/batchFiles.ts'
import { acknowledgeBatch, deliverBatch, voidBatch } from '#functions/settlements/batchSteps.ts'
import { exportBatch } from '#functions/settlements/exportBatch.ts'
import { preview } from '#functions/settlements/preview.ts'
import { sealBatch } from '#functions/settlements/sealBatch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'

/** Payers, contracts and memberships, the settlement files priced by them, and the batches they are delivered in. */
export const handler = serve('settlements', {
  preview,
  ...attachingSteps(SettlementFile),
  'settlement-files.open-file': openKeptFile(SettlementFile),
  'batches.add': addFiles,
  'batches.remove': removeFiles,
  'batches.seal': sealBatch,
  'batches.deliver': deliverBatch,
  'batches.acknowledge': acknowledgeBatch,
  'batches.void': voidBatch,
  'batches.export': exportBatch,
})
