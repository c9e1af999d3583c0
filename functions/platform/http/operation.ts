import type { OperationContract } from '#shared/api/contract.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { checked } from '#shared/declaration/issues.ts'
import type { Route } from '#shared/declaration/routes.ts'
import type { Context } from './context.ts'
import type { TokenSession } from './identity.ts'

/** A request after the chain: the route it matched, the actor, and the body as parsed JSON. */
export interface Request {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  /** The form-encoded body of a public page. */
  readonly form?: URLSearchParams
  readonly actor: Actor
  /** The network address that it came from, as the gateway says. */
  readonly address: string
  /** The sign-in of the caller; absent on public pages. */
  readonly session?: TokenSession
  readonly context: Context
}

/** What an operation answers: `body` as JSON, `text` as HTML. */
export interface Reply {
  readonly status?: number
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One thing the API can do. */
export type Operation = (request: Request) => Promise<Reply>

/** A reply whose body is what the contract says. */
export interface ContractReply<R> extends Omit<Reply, 'text' | 'body'> {
  readonly body: R
}

/** Parse, then do, then answer: the only way to write an operation whose answer is JSON; throws the 422 of the body. */
export const operation =
  <R, B = undefined>(
    contract: OperationContract<B, R>,
    act: (request: Request, body: B) => Promise<ContractReply<R>>,
  ): Operation =>
  (request) =>
    act(request, (contract.body && checked(contract.body, request.body === undefined ? {} : request.body)) as B)

/** An operation that is imported when it is first asked for, so that a cold start does without what comes seldom. */
export const later =
  (load: () => Promise<Operation>): Operation =>
  async (request) =>
    (await load())(request)

/** An id out of the address. */
export const idOf = (request: Request): string => request.params.id ?? ''
