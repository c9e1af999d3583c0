import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { readJson } from '#shared/api/readJson.ts'
import { importLimits } from '#shared/api/transfer.ts'
import { problem } from '#shared/declaration/problem.ts'
import type { Route } from '#shared/declaration/routes.ts'
import type { Context } from './context.ts'
import type { Request } from './operation.ts'

/** Bytes a request body may have; a file to be imported may have more. */
export const bodyLimit = 1_000_000

const limitOf = ({ operation }: Route): number => (operation === 'import-list' ? importLimits.bytes : bodyLimit)

/** The request of a route as its operation takes it; throws 413, 415 and 400 for a body that cannot be read. */
export function requestOf(
  event: APIGatewayProxyEventV2,
  route: Route,
  params: Request['params'],
  context: Context,
): Request {
  const text = bodyText(event, limitOf(route))
  const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const isForm = route.auth === 'public' && type === 'application/x-www-form-urlencoded'
  if (text !== '' && !isForm && type !== 'application/json' && !(route.method === 'DELETE' && type === 'text/plain'))
    throw problem('NOT_JSON_TYPE')
  return {
    route,
    params,
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    address: event.requestContext.http.sourceIp,
    body: isForm || text === '' ? undefined : readJson(text, 'The body'),
    ...(isForm && { form: formOf(text) }),
    actor: context.actor,
    context,
  }
}

/** Fields a form may have; the longest survey has less than a hundred, with a value for each of its options. */
const formFields = 1000

function formOf(text: string): URLSearchParams {
  if (text.split('&', formFields + 1).length > formFields) throw problem('TOO_MANY', { limit: formFields })
  return new URLSearchParams(text)
}

function bodyText({ body = '', isBase64Encoded }: APIGatewayProxyEventV2, limit: number): string {
  const tooLarge = () => problem('BODY_LARGE', { megabytes: limit / 1_000_000 })
  if (body.length > limit * 1.4) throw tooLarge()
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > limit) throw tooLarge()
  return isBase64Encoded ? bytes.toString('utf8') : body
}
