/** The most rows of a page, how deep `range` may reach, and how much one request may name: more ids make an address too long. */
export const pageLimits = { rows: 200, ids: 100, offset: 5_000_000, conditions: 20, order: 4 } as const

/**
 * Characters that the path and the query of an address may have together. CloudFront takes 8,192 bytes with the name of the
 * host (AWS: "Quotas on general settings"), and API Gateway 10,240 with all headers.
 */
export const addressLimit = 8000
