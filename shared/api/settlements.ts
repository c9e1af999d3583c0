import * as z from 'zod'
import { Batch } from '#shared/entities/batch.ts'
import { fileTotals } from '#shared/rules/settlements/claim.ts'
import { pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { jobReply, recordReply, stepBody } from './contract.ts'

/** Prices lines as a file with them would be priced, and saves nothing. */
export const previewLines = {
  body: pricingRequest,
  reply: z.strictObject({ lines: z.array(fileTotals.extend({ lineNo: z.int() })), totals: fileTotals }),
}
export type PricedLines = z.infer<typeof previewLines.reply>

const { actions } = Batch

/** Steps of a batch that touch its files too; each answers with the batch. */
export const addFiles = { body: stepBody(actions.add), reply: recordReply }
export const removeFiles = { body: stepBody(actions.remove), reply: recordReply }
export const sealBatch = { body: stepBody(actions.seal), reply: recordReply }
export const deliverBatch = { body: stepBody(actions.deliver), reply: recordReply }
export const acknowledgeBatch = { body: stepBody(actions.acknowledge), reply: recordReply }
export const voidBatch = { body: stepBody(actions.void), reply: recordReply }

/** Writes a sealed batch as a file for its payer. */
export const exportBatch = { body: stepBody(actions.export), reply: jobReply, status: 202 as const }
