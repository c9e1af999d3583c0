import { HttpError, type RaRecord } from 'react-admin'
import { addressLimit } from '#shared/api/pageLimits.ts'
import type { Resend } from './session/sessionEnd.ts'
import type { Session } from './session.ts'
import { noteRefused } from './storage.ts'

/** An answer of the API: what ra-data-simple-rest expects of its client. */
export interface HttpReply {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  // biome-ignore lint/suspicious/noExplicitAny: the framework's own contract for a parsed body
  readonly json: any
}

/** A problem document, as far as the panel reads it; a gateway in between may answer without a refusal. */
export interface ProblemBody {
  /** Id of the refusal, and the values that its sentence names. */
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly message?: string
  readonly issues?: Readonly<Record<string, { readonly rule: string }>>
  /** Sentences by field, of `issues`. */
  readonly errors?: Record<string, string>
  readonly current?: RaRecord
}

/** Gives a problem its sentences in the person's language; `resource` is what the request was about. */
export type ProblemTranslator = <P extends ProblemBody>(
  problem: P,
  status: number,
  resource: string,
) => Promise<P & { readonly message: string }>

export type Http = (url: string, options?: RequestInit) => Promise<HttpReply>

/** What a refused request carries, or nothing for a fault of the network. */
export const problemOf = (error: unknown): ProblemBody | undefined =>
  error instanceof HttpError && typeof error.body === 'object' && error.body ? (error.body as ProblemBody) : undefined

/** The HTTP status of a refusal; 0 when no answer came. */
export const statusOf = (error: unknown): number => (error instanceof HttpError ? error.status : 0)

/**
 * Calls the API as the signed-in person, renews the token once after a 401, and throws HttpError with the sentence
 * that a person should read. `resend` may keep a request until its person has signed in again.
 */
export function httpClient(
  session: Pick<Session, 'token' | 'renew'>,
  fetcher: typeof fetch,
  translate: ProblemTranslator,
  resend: Resend = (send) => send,
): Http {
  const refused = async (problem: ProblemBody, status: number, url: string) => {
    if (!url.endsWith('/health')) noteRefused(problem.rule)
    const translated = await translate(problem, status, /\/api\/([\w-]+)/.exec(url)?.[1] ?? '')
    return new HttpError(translated.message, status, translated)
  }
  const send = async (url: string, options: RequestInit, token: string | undefined) => {
    const headers = new Headers(options.headers)
    headers.set('Accept', 'application/json')
    if (options.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    if (token) headers.set('Authorization', `Bearer ${token}`)
    return fetcher(url, { ...options, headers }).catch(async (error: unknown) => {
      throw error instanceof Error && error.name === 'AbortError' ? error : await refused({}, 0, url)
    })
  }
  const authorised = resend(async (url, options) => {
    const answer = await send(url, options, await session.token())
    const renewed = answer.status === 401 ? await session.renew() : undefined
    return renewed ? send(url, options, renewed) : answer
  })
  return async (url, options = {}) => {
    // What is in between would refuse it without a word.
    if (url.length > addressLimit)
      throw await refused({ rule: 'ADDRESS_LONG', parameters: { limit: addressLimit } }, 414, url)
    const answer = await authorised(url, options)
    const body = await answer.text()
    const json = parsed(body)
    if (answer.ok) return { status: answer.status, headers: answer.headers, body, json }
    throw await refused((json ?? {}) as ProblemBody, answer.status, url)
  }
}

function parsed(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    return undefined
  }
}
