import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import { logRequest } from '#functions/platform/aws/log.ts'
import { addressLimit } from '#shared/api/pageLimits.ts'
import { holdsAny } from '#shared/declaration/access.ts'
import { Problem, problem } from '#shared/declaration/problem.ts'
import { matchRoute, operationId, type Route, routes } from '#shared/declaration/routes.ts'
import { refuse } from '#shared/refusals.ts'
import { compressed } from './compress.ts'
import { type Context, contextFor } from './context.ts'
import { problemOf } from './failure.ts'
import { identify, publicActor, type TokenSession } from './identity.ts'
import type { Operation } from './operation.ts'
import { checkOrigin } from './origin.ts'
import { requestOf } from './request.ts'
import { problemResult, resultOf } from './result.ts'
import { restrictedHeader, seenOf, wroteHeader } from './seen.ts'

/** An event with what the chain adds to it. */
interface HttpEvent extends APIGatewayProxyEventV2 {
  startedAt?: number
  route?: Route
  params?: Readonly<Record<string, string>>
  session?: TokenSession | undefined
  context?: Context
}

/** The handler type of every HTTP Lambda. */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>

/**
 * The only middy chain: matches the route, identifies the person, checks the role, reads the body, runs the operation,
 * and turns a problem into its document. A route of the Lambda without an operation stops the function at import.
 */
export function lambda(name: string, operations: Readonly<Record<string, Operation>>): HttpHandler {
  const missing = routes.filter((route) => route.lambda === name && !operations[operationId(route)])
  if (missing.length > 0) throw new Error(`No operation for ${missing.map(operationId).join(', ')}`)
  const handler = middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use({
      before: (request) => {
        request.event.startedAt = performance.now()
      },
      after: ({ event, response }) => logRequest(event, response?.statusCode ?? 200),
      onError: (request) => {
        const answer = problemOf(request.error)
        request.response = problemResult(answer)
        logRequest(request.event, answer.status, answer.status === 500 ? request.error : undefined)
      },
    })
    .use({
      before: async ({ event }) => {
        await checkOrigin(event.headers)
        if (event.rawPath.length + event.rawQueryString.length > addressLimit)
          throw problem('ADDRESS_LONG', { limit: addressLimit })
        const { route, params } = routeMatch(event, name)
        Object.assign(event, { route, params })
        const now = new Date().toISOString()
        const isPublic = route.auth === 'public'
        const { actor, session } = isPublic ? { actor: publicActor, session: undefined } : await identify(event)
        event.session = session
        if (!isPublic && !holdsAny(actor, route.allow)) throw problem('ROLE')
        const source = isPublic ? 'survey' : event.headers['x-redress-client'] === 'panel' ? 'panel' : 'api'
        event.context = contextFor(actor, source, now, event.requestContext.requestId, seenOf(event.headers['x-seen']))
      },
    })
    .handler(async (event: HttpEvent): Promise<APIGatewayProxyStructuredResultV2> => {
      const { route, params = {}, context, session } = event
      const run = route && operations[operationId(route)]
      if (!run || !context) throw new Error('The chain did not run')
      const reply = await run({ ...requestOf(event, route, params, context), ...(session && { session }) })
      const headers = { ...wroteHeader(context.wrote), ...restrictedHeader(context.restricted), ...reply.headers }
      return resultOf({ ...reply, headers }, event.requestContext.http.method)
    })
  return async (event, runtime) => compressed(await handler(event, runtime), event.headers['accept-encoding'])
}

function routeMatch(event: APIGatewayProxyEventV2, name: string) {
  const match = matchRoute(event.requestContext.http.method, event.rawPath)
  if (match && 'allowed' in match) {
    const { allowed } = match
    throw new Problem(refuse('METHOD', { methods: allowed }), { allowed })
  }
  if (match?.route.lambda !== name) throw problem('NO_ADDRESS')
  return match
}
