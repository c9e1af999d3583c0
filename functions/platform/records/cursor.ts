import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from '#functions/platform/aws/secret.ts'
import type { Position } from '#functions/platform/store/view.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { malformed } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'

/**
 * Where a list goes on: the view, the last row of each partition, how many rows came before, how many are still to be
 * passed over, and the day an offset was reached by, for partitions that gave no row yet.
 */
export interface Bookmark {
  readonly view: string
  readonly after: readonly (Position | null)[]
  readonly offset: number
  readonly skip: number
  readonly day?: string
}

/** What a cursor is bound to: the same list, the same filter and order, the same person. */
export const fingerprint = (resource: string, query: ListQuery, actor: Actor): string =>
  createHash('sha256')
    .update(canonical([resource, query.conditions, query.q, query.sort, actor.userId]))
    .digest('base64url')
    .slice(0, 16)

/** A signed cursor. */
export async function writeCursor(bookmark: Bookmark, bound: string): Promise<string> {
  const body = Buffer.from(
    JSON.stringify([
      bookmark.view,
      bookmark.after.map((at) => at && [at.id, at.sort]),
      bookmark.offset,
      bookmark.skip,
      bookmark.day,
    ]),
  ).toString('base64url')
  return `${body}.${await sign(body, bound)}`
}

/** Reads a cursor back; throws a 400 problem when it was altered or belongs to another list. */
export async function readCursor(cursor: string, bound: string): Promise<Bookmark> {
  const [body = '', signature = ''] = cursor.split('.')
  const expected = Buffer.from(await sign(body, bound))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw malformed('This cursor belongs to another list. Begin again without it.')
  const [view, after, offset, skip, day] = JSON.parse(Buffer.from(body, 'base64url').toString())
  return {
    view,
    offset,
    skip,
    ...(day && { day }),
    after: after.map((at: [string, string] | null) => at && { id: at[0], sort: at[1] }),
  }
}

const sign = async (body: string, bound: string): Promise<string> =>
  createHmac('sha256', await secret('CURSOR_SECRET'))
    .update(`${bound}.${body}`)
    .digest('base64url')
    .slice(0, 22)
