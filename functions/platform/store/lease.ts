import { env } from '#functions/platform/aws/env.ts'
import type { TransactionStep } from './commit.ts'
import type { Key } from './keys.ts'
import { updateItem } from './update.ts'

/** A lease somebody holds; its fence is higher than that of every holder before. */
export interface Lease {
  readonly key: Key
  readonly fence: number
  /** What the last holder left in it. */
  readonly left: Readonly<Record<string, unknown>>
}

/** Takes a lease for some milliseconds; undefined while somebody else holds it. */
export async function takeLease(key: Key, forMs: number): Promise<Lease | undefined> {
  const now = Date.now()
  const taken = await updateItem(key, {
    set: 'SET fence = if_not_exists(fence, :zero) + :one, leaseUntil = :until',
    condition: 'attribute_not_exists(leaseUntil) OR leaseUntil < :now',
    values: { ':zero': 0, ':one': 1, ':until': now + forMs, ':now': now },
  })
  return taken && { key, fence: Number(taken.fence), left: taken }
}

/** Lets a lease go and leaves a word in it for the next holder; nothing happens when somebody else has it by now. */
export const releaseLease = ({ key, fence }: Lease, word?: string) =>
  updateItem(key, {
    set: 'SET leaseUntil = :zero, word = :word',
    condition: 'fence = :fence',
    values: { ':zero': 0, ':fence': fence, ':word': word ?? '' },
  })

/** The condition of a transaction that the lease is still held: a holder that was too slow writes nothing. */
export const leaseCheck = ({ key, fence }: Lease): TransactionStep => ({
  means: 'claim',
  about: 'lease',
  write: {
    ConditionCheck: {
      TableName: env.table,
      Key: { ...key },
      ConditionExpression: 'fence = :fence',
      ExpressionAttributeValues: { ':fence': fence },
    },
  },
})
