import { later } from '#functions/platform/http/operation.ts'
import { attachingSteps } from '#functions/platform/records/files/attachingSteps.ts'
import { openKeptFile } from '#functions/platform/records/files/openKeptFile.ts'
import { serve } from '#functions/platform/routes/serve.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'

/** Payers, contracts and memberships, the settlement files priced by them, and the batches they are delivered in. */
export const handler = serve('settlements', {
  preview: later(async () => (await import('#functions/settlements/preview.ts')).preview),
  ...attachingSteps(SettlementFile),
  'settlement-files.open-file': openKeptFile(SettlementFile),
  'batches.export': later(async () => (await import('#functions/settlements/exportBatch.ts')).exportBatch),
})
