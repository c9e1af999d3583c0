import { priceLines, pricingRequest } from '#shared/rules/pricing.ts'
import { operation } from '../kit/operation.ts'

/** Prices lines as a file with them would be priced, and saves nothing. */
export const preview = operation(pricingRequest, async (_request, asked) => ({ body: priceLines(asked) }))
