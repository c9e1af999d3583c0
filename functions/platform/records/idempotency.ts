import { createHash } from 'node:crypto'
import type { Request } from '#functions/platform/http/operation.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { idempotencyKey } from '#functions/platform/store/keys.ts'
import { getItem, getRecord } from '#functions/platform/store/read.ts'
import { putItem, type TransactionStep } from '#functions/platform/store/steps.ts'
import { expiryAttribute } from '#functions/platform/store/table.ts'
import { ConditionFailure } from '#functions/platform/store/transact.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { canonical } from '#shared/values/canonical.ts'
import { recordReply } from './load.ts'

/** How long a key is remembered with its record, in seconds. */
const rememberSeconds = 7 * 24 * 3600

/** The steps of a creation that make it happen once; none when the caller named no key. */
export type Claim = (id: string) => TransactionStep[]

/**
 * Runs a creation once per Idempotency-Key: the key is claimed in the same transaction, and a repetition gets the
 * record of the first run. The same key with another request is refused with 422.
 */
export async function once(
  { route, params, body, headers, actor, context }: Request,
  entity: Entity,
  create: (claim: Claim) => Promise<StoredRecord>,
): Promise<StoredRecord> {
  const text = headers['idempotency-key']
  if (text === undefined) return create(() => [])
  if (!/^[\x21-\x7e]{1,100}$/.test(text)) throw problem('KEY_WRONG')
  const key = idempotencyKey(`${entity.resource}#${actor.userId}`, text)
  const bodyHash = createHash('sha256')
    .update(canonical([route.path, params, body]))
    .digest('base64url')
  const earlier = async (): Promise<StoredRecord | undefined> => {
    const item = await getItem(key, { consistent: true })
    if (!item) return undefined
    if (item.bodyHash !== bodyHash) throw problem('KEY_REUSED')
    const stored = await getRecord(entity, String(item.id), { consistent: true })
    if (!stored) throw problem('NOT_FOUND')
    return stored
  }
  const before = await earlier()
  if (before) return before
  const expires = Math.floor(Date.parse(context.origin.at) / 1000) + rememberSeconds
  const claim: Claim = (id) => [
    putItem({ ...key, id, bodyHash, [expiryAttribute]: expires }, { if: { absent: true }, means: 'idempotency' }),
  ]
  try {
    return await create(claim)
  } catch (error) {
    const isRepeated = error instanceof ConditionFailure && error.means === 'idempotency'
    const stored = isRepeated ? await earlier() : undefined
    if (stored) return stored
    throw error
  }
}

/** The reply to a creation that runs once per Idempotency-Key. */
export async function idempotent(request: Request, entity: Entity, create: (claim: Claim) => Promise<StoredRecord>) {
  const stored = await once(request, entity, create)
  const { headers, ...reply } = recordReply(request, entity, stored, 201)
  return { ...reply, headers: { ...headers, location: `/api/${entity.resource}/${stored.record.id}` } }
}
