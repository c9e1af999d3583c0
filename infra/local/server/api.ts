import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda'
import { logFailure } from '#infra/local/process/log.ts'
import { refuse } from '#shared/refusals.ts'
import { sendRefusal, sendResult } from './answer.ts'
import { type Authorize, TokenRefusal } from './authorizer.ts'
import { readBody } from './body.ts'
import { type Claims, toContext, toEvent } from './event.ts'

/** A function's entry, the same one Lambda calls. */
export type HttpFunction = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResultV2>

/** A row of the route table, as far as the gateway needs it. */
export type ApiRoute = { method: string; path: string; lambda: string; auth: string }

/** What the API needs: the route table, the handler of each Lambda, and the check of tokens. */
export type ApiParts = {
  match: (
    method: string,
    path: string,
  ) => { route: ApiRoute; params: Record<string, string> } | { allowed: readonly string[] } | undefined
  load: (lambda: string) => Promise<HttpFunction>
  authorize: Authorize
}

/** The largest request body an HTTP API accepts (AWS: "Amazon API Gateway quotas"), in bytes. */
export const bodyLimit = 10 * 1024 * 1024

/** The longest an HTTP API waits for a function (AWS: "Amazon API Gateway quotas"), in milliseconds. */
export const functionTimeoutMs = 30_000

const withinTime = <T>(work: Promise<T>, timeoutMs: number) => {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined)
  })
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}

const isWellFormed = (path: string) => {
  try {
    return decodeURIComponent(path).length > 0
  } catch {
    return false
  }
}

/** The gateway's side of the API: match, authorize, build the event, call the function, send its answer. */
export const createApi =
  ({ match, load, authorize }: ApiParts, timeoutMs = functionTimeoutMs) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET'
    const path = new URL(request.url ?? '/', 'http://gateway').pathname
    if (!isWellFormed(path)) return sendRefusal(response, refuse('MALFORMED', { name: 'The address' }))
    const matched = match(method, path)
    if (!matched) return sendRefusal(response, refuse('NO_ADDRESS'))
    if ('allowed' in matched) {
      const { allowed: methods } = matched
      return sendRefusal(response, refuse('METHOD', { methods }), { allow: methods.join(', ') })
    }
    let claims: Claims | undefined
    try {
      if (matched.route.auth !== 'public') claims = authorize(request.headers.authorization)
    } catch (error) {
      const reason = error instanceof TokenRefusal ? error.message : 'The token is not valid.'
      return sendRefusal(response, refuse('SIGN_IN'), { 'www-authenticate': 'Bearer' }, reason)
    }
    const body = await readBody(request, bodyLimit)
    if (!body) return sendRefusal(response, refuse('BODY_LARGE', { megabytes: 10 }), { connection: 'close' })
    try {
      const handler = await load(matched.route.lambda)
      const event = toEvent(request, body, { ...matched.route, params: matched.params }, claims)
      const context = toContext(`redress-${matched.route.lambda}`, event.requestContext.requestId, timeoutMs)
      const result = await withinTime(handler(event, context), timeoutMs)
      if (result === undefined) return sendRefusal(response, refuse('STORE_SILENT'), { 'retry-after': '2' })
      sendResult(request, response, result)
    } catch (error) {
      logFailure(matched.route.lambda, error)
      sendRefusal(response, refuse('FAILED'))
    }
  }
