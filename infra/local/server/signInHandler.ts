import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { diskSentence } from '#infra/local/disk/room.ts'
import { logFailure } from '#infra/local/process/log.ts'
import { type CallBody, type SignIn, SignInRefusal } from '#infra/local/services/signIn.ts'
import { sendProblem } from './answer.ts'
import { readBody } from './body.ts'

/** The largest body of a call, in bytes. */
const bodyLimit = 16_384

const bodyOf = async (request: IncomingMessage): Promise<CallBody | undefined> => {
  const bytes = await readBody(request, bodyLimit)
  try {
    const body: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    return typeof body === 'object' && body !== null ? { ...body } : undefined
  } catch {
    return undefined
  }
}

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store', ...headers })
  response.end(JSON.stringify(body))
}

// The emulator's errors have Cognito's name as their code, as ours do; those of the system have another kind of code.
const isRefusal = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && /Exception$/.test(String(error.code))

const refusalOf = ({ code, message }: Error & { code: string }) => ({ __type: code, message })

/** Speaks Cognito's protocol for the calls of a sign-in; any other call does not exist here. */
export const signInHandler =
  (signIn: SignIn): RequestListener =>
  async (request, response) => {
    const [service, call = ''] = String(request.headers['x-amz-target']).split('.')
    if (request.method !== 'POST' || service !== 'AWSCognitoIdentityProviderService')
      return sendProblem(response, 404, 'Only signing in is offered here.')
    const body = await bodyOf(request)
    if (!body) return send(response, 400, { __type: 'SerializationException', message: 'The request cannot be read.' })
    try {
      const answer = await signIn.answer(call, body)
      return answer === undefined
        ? sendProblem(response, 404, 'Only signing in is offered here.')
        : send(response, 200, answer)
    } catch (error) {
      if (error instanceof SignInRefusal && error.retryAfter !== undefined)
        return send(response, 429, refusalOf(error), { 'retry-after': String(error.retryAfter) })
      if (isRefusal(error)) return send(response, 400, refusalOf(error))
      logFailure('sign-in', error)
      const message = diskSentence(error)
      if (message)
        return send(response, 503, { __type: 'ServiceUnavailableException', message }, { 'retry-after': '15' })
      return send(response, 500, { __type: 'InternalErrorException', message: 'Signing in failed.' })
    }
  }
