import { createHash } from 'node:crypto'
import type { Reply, Request } from '#functions/platform/http/operation.ts'
import { putNew, TransactionRefused, type TransactionStep } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { idempotencyKey } from '#functions/platform/store/keys.ts'
import { getItem, getRecord } from '#functions/platform/store/read.ts'
import { expiryAttribute } from '#functions/platform/store/table.ts'
import { visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { invalid, malformed, notFound } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'

/** How long the answer to a key is remembered, in seconds. */
const remembered = 7 * 24 * 3600

/** What a creation must hold besides itself, so that it happens once; empty when the caller named no key. */
export type Claim = (id: string) => TransactionStep[]

/**
 * Runs a creation once per Idempotency-Key: the key is claimed in the same transaction, and a repetition gets the
 * record the first one made. The same key with another request is refused with 422.
 */
export async function once(
  request: Request,
  entity: Entity,
  make: (claim: Claim) => Promise<StoredRecord>,
): Promise<StoredRecord> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return make(() => [])
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) throw malformed('An Idempotency-Key is 1 to 100 visible characters.')
  const at = idempotencyKey(`${entity.resource}#${request.actor.userId}`, key)
  const asked = canonical([request.route.path, request.params, request.body])
  const bodyHash = createHash('sha256').update(asked).digest('base64url')
  const again = async (): Promise<StoredRecord | undefined> => {
    const item = await getItem(at, { consistent: true })
    if (!item) return undefined
    if (item.bodyHash !== bodyHash) throw invalid({ root: 'This Idempotency-Key was used for another request.' })
    const stored = await getRecord(String(item.id), { consistent: true })
    if (!stored) throw notFound()
    return stored
  }
  const before = await again()
  if (before) return before
  const expires = Math.floor(Date.parse(request.context.origin.at) / 1000) + remembered
  try {
    return await make((id) => [putNew({ ...at, id, bodyHash, [expiryAttribute]: expires }, 'idempotency')])
  } catch (error) {
    const meanwhile = error instanceof TransactionRefused && error.what === 'idempotency' ? await again() : undefined
    if (meanwhile) return meanwhile
    throw error
  }
}

/** The answer to a creation that runs once per Idempotency-Key. */
export async function idempotent(
  request: Request,
  entity: Entity,
  make: (claim: Claim) => Promise<StoredRecord>,
): Promise<Reply> {
  const { record } = await once(request, entity, make)
  return {
    status: 201,
    body: visible(request.actor, entity, record),
    headers: { etag: `"${record.version}"`, location: `/api/${entity.resource}/${record.id}` },
  }
}
