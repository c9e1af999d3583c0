import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Key } from '#shared/keys.ts'
import { env } from '../env.ts'
import { store } from './client.ts'
import type { Step } from './commit.ts'

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
  const taken = await conditional(
    key,
    'SET fence = if_not_exists(fence, :zero) + :one, leaseUntil = :until',
    'attribute_not_exists(leaseUntil) OR leaseUntil < :now',
    { ':zero': 0, ':one': 1, ':until': now + forMs, ':now': now },
  )
  return taken && { key, fence: Number(taken.fence), left: taken }
}

/** Lets a lease go and leaves a word in it for the next holder; nothing happens when somebody else has it by now. */
export const leaveLease = ({ key, fence }: Lease, word?: string) =>
  conditional(key, 'SET leaseUntil = :zero, word = :word', 'fence = :fence', {
    ':zero': 0,
    ':fence': fence,
    ':word': word ?? '',
  })

/** The condition of a transaction that the lease is still held: a holder that was too slow writes nothing. */
export const holding = ({ key, fence }: Lease): Step => ({
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

async function conditional(key: Key, update: string, condition: string, values: Record<string, unknown>) {
  try {
    const answer = await store().send(
      new UpdateCommand({
        TableName: env.table,
        Key: { ...key },
        UpdateExpression: update,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
        ReturnValues: 'ALL_NEW',
      }),
    )
    return answer.Attributes
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined
    throw error
  }
}
