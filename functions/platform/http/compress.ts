import { gzipSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** Bytes below which compression gains nothing: an answer of that size is one packet as it is. */
const minimumBytes = 1000

/**
 * Compresses an answer for a caller that takes gzip. Nothing else on its way does: an HTTP API never compresses, and
 * CloudFront only what it may cache.
 */
export function compressed(
  result: APIGatewayProxyStructuredResultV2,
  accepted: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const { body = '', headers } = result
  if (body.length < minimumBytes || result.isBase64Encoded || !takesGzip(accepted)) return result
  return {
    ...result,
    isBase64Encoded: true,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(body, { level: 5 }).toString('base64'),
  }
}

// A caller that names gzip with the quality nought refuses it (RFC 9110, section 12.5.3).
const takesGzip = (accepted = ''): boolean => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)
