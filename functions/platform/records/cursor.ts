import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from '#functions/platform/aws/secret.ts'
import type { Position } from '#functions/platform/store/view.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'

/**
 * Where a list goes on: the view, the last row of each partition, how many rows came before, how many are still to be
 * skipped, and the day an offset was found by, for partitions that gave no row yet.
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
export async function writeCursor(bookmark: Bookmark, scope: string): Promise<string> {
  const body = Buffer.from(
    JSON.stringify([
      bookmark.view,
      bookmark.after.map((position) => position && [position.id, position.sort]),
      bookmark.offset,
      bookmark.skip,
      bookmark.day,
    ]),
  ).toString('base64url')
  return `${body}.${await sign(body, scope)}`
}

/** Reads a cursor back; throws a 400 problem when it was altered or belongs to another list. */
export async function readCursor(cursor: string, scope: string): Promise<Bookmark> {
  const [body = '', signature = ''] = cursor.split('.')
  const expected = Buffer.from(await sign(body, scope))
  const actual = Buffer.from(signature)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw problem('CURSOR_FOREIGN')
  const [view, after, offset, skip, day] = JSON.parse(Buffer.from(body, 'base64url').toString())
  return {
    view,
    offset,
    skip,
    ...(day && { day }),
    after: after.map((last: [string, string] | null) => last && { id: last[0], sort: last[1] }),
  }
}

const sign = async (body: string, scope: string): Promise<string> =>
  createHmac('sha256', await secret('CURSOR_SECRET'))
    .update(`${scope}.${body}`)
    .digest('base64url')
    .slice(0, 22)
