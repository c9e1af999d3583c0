import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import { logRequest } from '#functions/platform/aws/log.ts'
import { readJson } from '#shared/api/readJson.ts'
import { importLimits } from '#shared/api/transfer.ts'
import { holdsAny } from '#shared/declaration/access.ts'
import { forbidden, Problem } from '#shared/declaration/problem.ts'
import { matchRoute, type Route, routes } from '#shared/declaration/routes.ts'
import { compressed } from './compress.ts'
import { type Context, contextFor } from './context.ts'
import { problemOf } from './failure.ts'
import { identify, publicActor } from './identity.ts'
import type { Operation, Reply, Request } from './operation.ts'

/** Bytes a request body may have; a file to be imported may have more. */
export const bodyLimit = 1_000_000

const limitOf = ({ operation }: Route): number => (operation === 'import-list' ? importLimits.bytes : bodyLimit)

/** What the chain knows of a request while it runs. */
interface HttpEvent extends APIGatewayProxyEventV2 {
  startedAt?: number
  route?: Route
  work?: Context
}

/** The handler type of every HTTP Lambda. */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>

/**
 * The only middy chain: finds the route, knows the person, checks the role, reads the body, runs the operation, and
 * turns a problem into its document. A route of the context without an operation stops the function at import.
 */
export function lambda(context: string, operations: Readonly<Record<string, Operation>>): HttpHandler {
  const own = routes.filter((route) => route.context === context)
  const missing = own.filter((route) => !operations[operationId(route)])
  if (missing.length > 0) throw new Error(`No operation for ${missing.map(operationId).join(', ')}`)
  const handler = middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use({
      before: (request) => {
        request.event.startedAt = performance.now()
      },
      after: ({ event, response }) => logRequest(event, response?.statusCode ?? 200),
      onError: (request) => {
        const problem = problemOf(request.error)
        const error = problem.status === 500 ? request.error : undefined
        request.response = problemReply(problem)
        logRequest(request.event, problem.status, error)
      },
    })
    .use({
      before: async ({ event }) => {
        const route = routeOf(event, context)
        event.route = route
        const now = new Date().toISOString()
        const isPublic = route.auth === 'public'
        const actor = isPublic ? publicActor : await identify(event)
        if (!isPublic && !holdsAny(actor, route.allow)) throw forbidden('ROLE', 'Your role does not include this.')
        const source = isPublic ? 'survey' : event.headers['x-redress-client'] === 'panel' ? 'panel' : 'api'
        event.work = contextFor(actor, source, now, event.requestContext.requestId)
      },
    })
    .handler(async (event: HttpEvent): Promise<APIGatewayProxyStructuredResultV2> => {
      const { route, work } = event
      const run = route && operations[operationId(route)]
      if (!run || !work) throw new Error('The chain did not run')
      return asResult(await run(requestOf(event, route, work)), event.requestContext.http.method)
    })
  return async (event, runtime) => compressed(await handler(event, runtime), event.headers['accept-encoding'])
}

const operationId = (route: Route): string =>
  route.resource ? `${route.resource}.${route.operation}` : route.operation

function routeOf(event: APIGatewayProxyEventV2, context: string): Route {
  const { method } = event.requestContext.http
  const match = matchRoute(method, event.rawPath)
  if (!match) throw new Problem(404, 'There is nothing at this address.')
  if ('allowed' in match)
    throw new Problem(405, `This address answers ${match.allowed.join(', ')}.`, { allowed: match.allowed })
  if (match.route.context !== context) throw new Problem(404, 'There is nothing at this address.')
  return match.route
}

function requestOf(event: APIGatewayProxyEventV2, route: Route, context: Context): Request {
  const match = matchRoute(event.requestContext.http.method, event.rawPath)
  const text = bodyText(event, limitOf(route))
  const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const isForm = route.auth === 'public' && type === 'application/x-www-form-urlencoded'
  if (text !== '' && !isForm && type !== 'application/json' && !(route.method === 'DELETE' && type === 'text/plain'))
    throw new Problem(415, 'Send JSON with Content-Type: application/json.')
  return {
    route,
    params: match && 'params' in match ? match.params : {},
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    body: isForm || text === '' ? undefined : readJson(text, 'The body'),
    ...(isForm && { form: new URLSearchParams(text) }),
    actor: context.actor,
    context,
  }
}

function bodyText(event: APIGatewayProxyEventV2, limit: number): string {
  const { body = '' } = event
  if (body.length > limit * 1.4) throw tooLarge(limit)
  const bytes = Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > limit) throw tooLarge(limit)
  return event.isBase64Encoded ? bytes.toString('utf8') : body
}

const tooLarge = (limit: number) =>
  new Problem(413, `This request holds ${limit / 1_000_000} MB at the most. Send fewer records at a time.`)

const problemReply = (problem: Problem): APIGatewayProxyStructuredResultV2 => ({
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

function asResult(reply: Reply, method: string): APIGatewayProxyStructuredResultV2 {
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
