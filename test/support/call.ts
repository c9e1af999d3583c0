import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { contractOf } from '#shared/api/contracts.ts'
import { matchRoute, type Route } from '#shared/declaration/routes.ts'
import { groupsOf, type Person } from './people.ts'

/** The answer to a call, with the body parsed when it is JSON. */
export interface CallReply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

/** Options of a call beside its address and body. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  /** The sign-in that the token comes from, as it names it. */
  readonly session?: Readonly<Record<string, string>>
  /** Sent as it is instead of JSON. */
  readonly raw?: string
}

type HttpEntryPoint = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** Calls the product's handlers as a person would through API Gateway: `as('officer')('POST /api/cases', body)`. */
export const as =
  (person: Person | 'nobody') =>
  async (address: string, body?: unknown, options: CallOptions = {}): Promise<CallReply> => {
    const [method = 'GET', target = '/'] = address.split(' ')
    const url = new URL(target, 'http://localhost')
    for (const [name, value] of Object.entries(options.query ?? {}))
      url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    const match = matchRoute(method, url.pathname)
    const lambda = match && 'route' in match ? match.route.lambda : (lambdaOf(url.pathname) ?? 'system')
    const result = await (await handlerOf(lambda))(eventOf(person, method, url, body, options), runtime)
    const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8')
    const isCompressed = result.headers?.['content-encoding'] === 'gzip'
    const text = (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8')
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    )
    const isJson = headers['content-type']?.includes('json')
    const answer = {
      status: result.statusCode ?? 200,
      text,
      headers,
      body: isJson && text ? JSON.parse(text) : undefined,
    }
    if (match && 'route' in match && answer.status < 300 && method !== 'HEAD') checkContract(match.route, answer)
    return answer
  }

/** Fails when an answer breaks the contract of its operation, which OpenAPI publishes. */
function checkContract(route: Route, { body }: CallReply): void {
  const issues = contractOf(route)?.reply.safeParse(body).error?.issues
  if (issues)
    throw new Error(`${route.operation} answered against its contract: ${JSON.stringify(issues).slice(0, 1000)}`)
}

const handlers = new Map<string, Promise<HttpEntryPoint>>()
const handlerOf = (lambda: string): Promise<HttpEntryPoint> => {
  const handler =
    handlers.get(lambda) ?? import(`../../functions/lambdas/${lambda}.ts`).then((module) => module.handler)
  handlers.set(lambda, handler)
  return handler
}

const lambdaOf = (path: string): string | undefined => {
  const match = matchRoute('GET', `/api/${path.split('/')[2]}`)
  return match && 'route' in match ? match.route.lambda : undefined
}

const runtime = { awsRequestId: 'test', getRemainingTimeInMillis: () => 30_000 } as Context

/** A person's request as the event of API Gateway: the claims of its authorizer, text as text. */
export function eventOf(
  person: Person | 'nobody',
  method: string,
  url: URL,
  body?: unknown,
  options: CallOptions = {},
): APIGatewayProxyEventV2 {
  const text = options.raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const claims =
    person === 'nobody' ? {} : { sub: person, 'cognito:groups': `[${groupsOf(person).join(' ')}]`, ...options.session }
  const requestContext = {
    accountId: 'test',
    apiId: 'test',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: randomUUID(),
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
    authorizer: { jwt: { claims, scopes: [] } },
  }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...lower(options.headers ?? {}) },
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext,
    body: text,
    isBase64Encoded: false,
  }
}

const lower = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
