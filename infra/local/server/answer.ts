import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { APIGatewayProxyResultV2 } from 'aws-lambda'
import { Problem, titles } from '#shared/declaration/problem.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'

const problemHeaders = {
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const

/** Answers an RFC 9457 problem document: a refusal of the gateway itself, which on AWS has no id either. */
export const sendProblem = (
  response: ServerResponse,
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): void => {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...problemHeaders, ...headers })
  response.end(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, message: detail }))
}

/** Answers a refusal of the gateway as a function would; `detail` is a sentence that says more. */
export const sendRefusal = (
  response: ServerResponse,
  refusal: Refusal,
  headers: Record<string, string> = {},
  detail: string = refusal.message,
): void => {
  if (response.headersSent) return void response.destroy()
  const document = { ...new Problem(refusal).document(), detail, message: detail }
  response.writeHead(refusal.status, { ...problemHeaders, ...headers })
  response.end(JSON.stringify(document))
}

/**
 * Answers what is no request that can be read, and closes the connection: an address or headers that are too long, which
 * Node itself answers with nothing, or anything else that is not HTTP.
 */
export const refuseUnreadable = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const refusal = error.code === 'HPE_HEADER_OVERFLOW' ? refuse('HEADERS_LONG') : refuse('MALFORMED', { name: 'HTTP' })
  const body = JSON.stringify(new Problem(refusal).document())
  const headers = { ...problemHeaders, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${refusal.status} ${titles[refusal.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
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
