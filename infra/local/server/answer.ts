import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { APIGatewayProxyResultV2 } from 'aws-lambda'
import { titles } from '#shared/declaration/problem.ts'

/** Answers an RFC 9457 problem document: a refusal of the gateway itself, which on AWS has no id either. */
export const sendProblem = (
  response: ServerResponse,
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): void => {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, message: detail }))
}

/** The best encoding that a client accepts and we offer. */
export const encodingFor = (request: IncomingMessage): 'br' | 'gzip' | undefined => {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

/** Compresses as a content network does at the edge: quick levels, nothing below 1,000 bytes. */
export const compress = (encoding: 'br' | 'gzip', content: Buffer): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gzipSync(content, { level: 6 })

/** Sends what a function returned, as an HTTP API does: an answer without `statusCode` is a 200 with a JSON body. */
export const sendResult = (request: IncomingMessage, response: ServerResponse, result: APIGatewayProxyResultV2) => {
  const isStructured = typeof result === 'object' && result !== null && 'statusCode' in result
  const answer = isStructured ? result : { statusCode: 200, body: JSON.stringify(result) }
  const content = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8')
  const headers: Record<string, string | string[]> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name.toLowerCase()] = String(value)
  if (answer.cookies?.length) headers['set-cookie'] = answer.cookies
  const status = answer.statusCode ?? 200
  if (status === 204 || status === 304) delete headers['content-type']
  else headers['content-length'] = String(content.length)
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? undefined : content)
}
