import { createHash } from 'node:crypto'
import * as z from 'zod'
import { secret } from '#functions/platform/aws/secret.ts'
import { decrypted, encrypted } from '#functions/platform/store/packing/encryption.ts'
import type { ListQuery } from '#shared/api/listQuery.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'

/** Where a list goes on: how many rows came before, and the values by which the last of them was ordered. */
const bookmark = z.strictObject({ offset: z.int().min(0), after: z.array(z.union([z.string(), z.number(), z.null()])) })
export type Bookmark = z.infer<typeof bookmark>

/** What a cursor is bound to: the same list, the same filter and order, the same person. */
export const fingerprint = (resource: string, { conditions, q, order }: ListQuery, actor: Actor): string =>
  canonical([resource, conditions, q, order, actor.userId])

const key = async (): Promise<Buffer> =>
  createHash('sha256')
    .update(await secret('CURSOR_SECRET'))
    .digest()

/** A cursor as a text of an address. It is encrypted, for a list may be ordered by the names of people. */
export async function writeCursor(place: Bookmark, scope: string): Promise<string> {
  const bytes = encrypted(Buffer.from(JSON.stringify(place)), await key(), scope)
  return Buffer.from(bytes).toString('base64url')
}

/** Reads a cursor back; throws a 400 problem when it was altered or belongs to another list. */
export async function readCursor(cursor: string, scope: string): Promise<Bookmark> {
  const text = decrypted(Buffer.from(cursor, 'base64url'), await key(), scope)
  if (!text) throw problem('CURSOR_FOREIGN')
  try {
    return bookmark.parse(JSON.parse(Buffer.from(text).toString()))
  } catch {
    throw problem('CURSOR_FOREIGN')
  }
}
