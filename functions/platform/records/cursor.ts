import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { secret } from '#functions/platform/aws/secret.ts'
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

const algorithm = 'aes-256-gcm'
const sizes = { nonce: 12, tag: 16 } as const

const key = async (): Promise<Buffer> =>
  createHash('sha256')
    .update(await secret('CURSOR_SECRET'))
    .digest()

/** A cursor as a text of an address. It is encrypted, for a list may be ordered by the names of people. */
export async function writeCursor(place: Bookmark, scope: string): Promise<string> {
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv(algorithm, await key(), nonce).setAAD(Buffer.from(scope))
  const body = Buffer.concat([cipher.update(JSON.stringify(place)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Reads a cursor back; throws a 400 problem when it was altered or belongs to another list. */
export async function readCursor(cursor: string, scope: string): Promise<Bookmark> {
  const bytes = Buffer.from(cursor, 'base64url')
  const start = sizes.nonce + sizes.tag
  const secretKey = await key()
  try {
    const decipher = createDecipheriv(algorithm, secretKey, bytes.subarray(0, sizes.nonce), {
      authTagLength: sizes.tag,
    })
    decipher.setAAD(Buffer.from(scope)).setAuthTag(bytes.subarray(sizes.nonce, start))
    const text = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString()
    return bookmark.parse(JSON.parse(text))
  } catch {
    throw problem('CURSOR_FOREIGN')
  }
}
