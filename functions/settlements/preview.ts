import { operation } from '#functions/platform/http/operation.ts'
import { previewLines } from '#shared/api/settlements.ts'
import { priceLines } from '#shared/rules/settlements/pricing.ts'

/** Prices lines as a file with them would be priced, and saves nothing. */
export const preview = operation(previewLines, async (_request, body) => ({ body: priceLines(body) }))
