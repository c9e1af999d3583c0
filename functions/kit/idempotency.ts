import { createHash } from 'node:crypto'
import { visible } from '#shared/access.ts'
import type { Entity } from '#shared/entity.ts'
import { idempotencyKey } from '#shared/keys.ts'
import { invalid, malformed, notFound } from '#shared/problem.ts'
import { canonical } from '#shared/rules/canonical.ts'
import { expiryAttribute } from '#shared/table.ts'
import type { Reply, Request } from './operation.ts'
import { putNew, Refused, type Step } from './store/commit.ts'
import type { Stored } from './store/item.ts'
import { getItem, getRecord } from './store/read.ts'

/** How long the answer to a key is remembered, in seconds. */
const remembered = 7 * 24 * 3600

/**
 * Runs a creation once per Idempotency-Key: the key is claimed in the same transaction, and a repetition gets the
 * record the first one made. The same key with another body is refused with 422.
 */
export async function idempotent(
  request: Request,
  of: Entity,
  make: (claim: (id: string) => Step[]) => Promise<Stored>,
): Promise<Reply> {
  const key = request.headers['idempotency-key']
  const reply = ({ record }: Stored, status: number): Reply => ({
    status,
    body: visible(request.actor, of, record),
    headers: { etag: `"${record.version}"`, location: `/api/${of.resource}/${record.id}` },
  })
  if (key === undefined) return reply(await make(() => []), 201)
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) throw malformed('An Idempotency-Key is 1 to 100 visible characters.')
  const at = idempotencyKey(`${of.resource}#${request.actor.userId}`, key)
  const bodyHash = createHash('sha256').update(canonical(request.body)).digest('base64url')
  const again = async (): Promise<Reply | undefined> => {
    const item = await getItem(at, { consistent: true })
    if (!item) return undefined
    if (item.bodyHash !== bodyHash) throw invalid({ root: 'This Idempotency-Key was used for another request.' })
    const stored = await getRecord(String(item.id), { consistent: true })
    if (!stored) throw notFound()
    return reply(stored, 201)
  }
  const before = await again()
  if (before) return before
  const expires = Math.floor(Date.parse(request.work.doing.at) / 1000) + remembered
  try {
    const claim = (id: string) => [putNew({ ...at, id, bodyHash, [expiryAttribute]: expires }, 'idempotency')]
    return reply(await make(claim), 201)
  } catch (error) {
    const meanwhile = error instanceof Refused && error.what === 'idempotency' ? await again() : undefined
    if (meanwhile) return meanwhile
    throw error
  }
}
