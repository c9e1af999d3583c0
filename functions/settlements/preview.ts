import { operation } from '#functions/platform/http/operation.ts'
import { priceLines, pricingRequest } from '#shared/rules/settlements/pricing.ts'

/** Prices lines as a file with them would be priced, and saves nothing. */
export const preview = operation(pricingRequest, async (_request, asked) => ({ body: priceLines(asked) }))
