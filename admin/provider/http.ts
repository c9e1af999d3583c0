import { HttpError } from 'react-admin'
import type { Session } from './session.ts'

/** An answer of the API: what ra-data-simple-rest expects of its client. */
export interface HttpReply {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  // biome-ignore lint/suspicious/noExplicitAny: the framework's own contract for a parsed body
  readonly json: any
}

/** The body of a problem document, as far as the panel reads it. */
export interface ProblemBody {
  readonly message?: string
  readonly rule?: string
  readonly errors?: Record<string, string>
  readonly current?: Record<string, unknown>
  readonly retryAfter?: number
}

export type Http = (url: string, options?: RequestInit) => Promise<HttpReply>

/** What a refused request carries, or nothing for a fault of the network. */
export const problemOf = (error: unknown): ProblemBody | undefined =>
  error instanceof HttpError && typeof error.body === 'object' && error.body ? (error.body as ProblemBody) : undefined

/** The HTTP status of a refusal; 0 when no answer came. */
export const statusOf = (error: unknown): number => (error instanceof HttpError ? error.status : 0)

/**
 * Calls the API as the signed-in person, renews the token once after a 401, and throws HttpError with the sentence
 * a person should read: the rule's own words when `sentence` knows them, else the server's.
 */
export function httpClient(
  session: Pick<Session, 'token' | 'renew'>,
  fetcher: typeof fetch,
  sentence: (rule: string | undefined, status: number, message: string) => string,
): Http {
  const send = async (url: string, options: RequestInit, token: string | undefined) => {
    const headers = new Headers(options.headers)
    headers.set('Accept', 'application/json')
    if (options.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    if (token) headers.set('Authorization', `Bearer ${token}`)
    return fetcher(url, { ...options, headers }).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') throw error
      throw new HttpError(sentence(undefined, 0, 'No answer came.'), 0)
    })
  }
  return async (url, options = {}) => {
    let answer = await send(url, options, await session.token())
    if (answer.status === 401) {
      const renewed = await session.renew()
      if (renewed) answer = await send(url, options, renewed)
    }
    const body = await answer.text()
    const json = parsed(body)
    if (answer.ok) return { status: answer.status, headers: answer.headers, body, json }
    const problem = (json ?? {}) as ProblemBody
    throw new HttpError(sentence(problem.rule, answer.status, problem.message ?? ''), answer.status, problem)
  }
}

function parsed(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    return undefined
  }
}
