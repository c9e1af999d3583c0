import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { pause, store } from './client.ts'
import type { Key } from './keys.ts'

/** Items one batch may remove, a limit of DynamoDB. */
const batchLimit = 25

/** Removes items without any condition, at one write unit each; removing what is gone is no error. */
export async function removeItems(keys: readonly Key[]): Promise<void> {
  for (let index = 0; index < keys.length; index += batchLimit) {
    let remaining = keys.slice(index, index + batchLimit)
    for (let attempt = 0; remaining.length > 0; attempt++) {
      if (attempt > 8) throw new Error('The store left items unremoved')
      if (attempt > 0) await pause(20 * 2 ** attempt)
      const requests = remaining.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))
      const answer = await store().send(new BatchWriteCommand({ RequestItems: { [env.table]: requests } }))
      const unprocessed = answer.UnprocessedItems?.[env.table] ?? []
      remaining = unprocessed.map(({ DeleteRequest: { Key: { pk, sk } = {} } = {} }) => ({
        pk: String(pk),
        sk: String(sk),
      }))
    }
  }
}
