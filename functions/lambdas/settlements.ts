import { lambda } from '#functions/platform/http/lambda.ts'
import { crud } from '#functions/platform/routes/crud.ts'
import { acknowledgeBatch } from '#functions/settlements/acknowledgeBatch.ts'
import { addFiles } from '#functions/settlements/addFiles.ts'
import { deliverBatch } from '#functions/settlements/deliverBatch.ts'
import { exportBatch } from '#functions/settlements/exportBatch.ts'
import { preview } from '#functions/settlements/preview.ts'
import { removeFiles } from '#functions/settlements/removeFiles.ts'
import { sealBatch } from '#functions/settlements/sealBatch.ts'
import { voidBatch } from '#functions/settlements/voidBatch.ts'
import { Batch } from '#shared/entities/batch.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'

/** Payers, contracts and memberships, the settlement files priced by them, and the batches they are delivered in. */
export const handler = lambda('settlements', {
  ...crud(Payer),
  ...crud(Contract),
  ...crud(Coverage),
  ...crud(SettlementFile),
  ...crud(Batch),
  preview,
  'batches.add': addFiles,
  'batches.remove': removeFiles,
  'batches.seal': sealBatch,
  'batches.deliver': deliverBatch,
  'batches.acknowledge': acknowledgeBatch,
  'batches.void': voidBatch,
  'batches.export': exportBatch,
})
