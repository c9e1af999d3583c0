import { Batch } from '#shared/entities/batch.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { crud } from '../kit/crud.ts'
import { lambda } from '../kit/lambda.ts'
import { acknowledgeBatch } from './acknowledgeBatch.ts'
import { addFiles } from './addFiles.ts'
import { deliverBatch } from './deliverBatch.ts'
import { exportBatch } from './exportBatch.ts'
import { preview } from './preview.ts'
import { removeFiles } from './removeFiles.ts'
import { sealBatch } from './sealBatch.ts'
import { voidBatch } from './voidBatch.ts'

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
