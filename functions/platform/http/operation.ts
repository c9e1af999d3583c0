import type * as z from 'zod'
import type { Actor } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { fieldErrors, invalid } from '#shared/declaration/problem.ts'
import type { Route } from '#shared/declaration/routes.ts'
import type { Context } from './context.ts'

/** A request after the chain: the route it matched, who asks, and the body as parsed JSON. */
export interface Request {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  /** The form-encoded body of a public page. */
  readonly form?: URLSearchParams
  readonly actor: Actor
  readonly context: Context
}

/** What an operation answers; `body` goes out as JSON, `text` as it is. */
export interface Reply {
  readonly status?: number
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One thing the API can do. */
export type Operation = (request: Request) => Promise<Reply>

/** Parse, then do: an operation whose body is checked against a schema before anything happens. */
export const operation =
  <T>(body: z.ZodType<T>, act: (request: Request, body: T) => Promise<Reply>): Operation =>
  async (request) => {
    const parsed = body.safeParse(request.body ?? {})
    if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
    return act(request, parsed.data)
  }

/** Whether a text can be the id of a record of an entity; anything else need not be looked for. */
export const isIdOf = (entity: Entity, id: string): boolean =>
  id.length <= 60 && id.startsWith(`${entity.prefix}_`) && /^[\w-]+$/.test(id)

/** An id out of the address. */
export const idOf = (request: Request): string => request.params.id ?? ''
