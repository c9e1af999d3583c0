import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'

/** Claims as an HTTP API's JWT authorizer passes them: every value a string, lists in the form `[a b]`. */
export type Claims = Record<string, string>

/** The route that a request matched, and its path parameters. */
export type RouteMatch = { method: string; path: string; params: Record<string, string> }

/** HTTP APIs pass text and JSON as text, and everything else as base64, posted forms too. */
const isText = (contentType: string | undefined) =>
  contentType === undefined || /^(text\/|application\/([\w.+-]+\+)?(json|xml|javascript)\b)/i.test(contentType)

const headersOf = (request: IncomingMessage) => {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'cookie' || value === undefined) continue
    headers[name] = Array.isArray(value) ? value.join(',') : value
  }
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '127.0.0.1'
  headers['x-forwarded-proto'] = 'http'
  headers['x-forwarded-port'] = String(request.socket.localPort ?? '')
  return headers
}

const queryOf = (search: URLSearchParams) => {
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of search) query[name] = name in query ? `${query[name]},${value}` : value
  return query
}

/** API Gateway's own format of `requestContext.time`, such as `21/Nov/2026:09:30:00 +0000`. */
const commonLogTime = (now: Date) => {
  const [, day, month, year, time] = now.toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

/**
 * The event of an HTTP API with payload format 2.0: the path decoded, the query as sent, header names in lower case,
 * cookies apart (AWS: "Working with AWS Lambda proxy integrations for HTTP APIs").
 */
export const toEvent = (request: IncomingMessage, body: Buffer, route: RouteMatch, claims?: Claims) => {
  const url = new URL(request.url ?? '/', 'http://gateway')
  const headers = headersOf(request)
  const method = request.method ?? 'GET'
  const rawPath = decodeURIComponent(url.pathname)
  const asText = isText(headers['content-type'])
  const now = new Date()
  const event: APIGatewayProxyEventV2 & { requestContext: { authorizer?: object } } = {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath,
    rawQueryString: url.search.slice(1),
    headers,
    isBase64Encoded: body.length > 0 && !asText,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
    },
  }
  if (request.headers.cookie) event.cookies = request.headers.cookie.split(/; */)
  if (url.search.length > 1) event.queryStringParameters = queryOf(url.searchParams)
  if (Object.keys(route.params).length > 0) event.pathParameters = route.params
  if (body.length > 0) event.body = body.toString(asText ? 'utf8' : 'base64')
  return event
}

/** The context that Lambda would pass to a function that ends after `timeoutMs`. */
export const toContext = (functionName: string, awsRequestId: string, timeoutMs: number): Context => {
  const deadline = Date.now() + timeoutMs
  return {
    awsRequestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  }
}
