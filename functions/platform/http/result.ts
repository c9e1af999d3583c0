import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Problem } from '#shared/declaration/problem.ts'
import type { Reply } from './operation.ts'

/** A problem as API Gateway takes it: its document with the headers that its status asks for. */
export const problemResult = (problem: Problem): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(problem.details.retryAfter !== undefined && { 'retry-after': String(problem.details.retryAfter) }),
    ...(Array.isArray(problem.details.allowed) && { allow: problem.details.allowed.join(', ') }),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
  },
  body: JSON.stringify(problem.document()),
})

/** A reply as API Gateway takes it; HEAD gets its headers only. */
export function resultOf(reply: Reply, method: string): APIGatewayProxyStructuredResultV2 {
  const isText = reply.text !== undefined
  return {
    statusCode: reply.status ?? 200,
    headers: {
      'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
      ...reply.headers,
    },
    body: method === 'HEAD' ? '' : (reply.text ?? JSON.stringify(reply.body ?? {})),
  }
}
