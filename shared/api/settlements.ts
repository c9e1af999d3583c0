import * as z from 'zod'
import { Batch } from '#shared/entities/batch.ts'
import { fileTotals } from '#shared/rules/settlements/claim.ts'
import { pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { jobReply, stepBody } from './contract.ts'

/** Prices lines as a file with them would be priced, and saves nothing. */
export const previewLines = {
  body: pricingRequest,
  reply: z.strictObject({ lines: z.array(fileTotals.extend({ lineNo: z.int() })), totals: fileTotals }),
}
export type PricedLines = z.infer<typeof previewLines.reply>

/** Writes a sealed batch as a file for its payer. */
export const exportBatch = { body: stepBody(Batch.actions.export), reply: jobReply, status: 202 as const }
