import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'
import type { Key } from './keys.ts'

/** Items one batch may remove, a limit of DynamoDB. */
const most = 25

/** Removes items whatever they hold, at one write unit each; removing what is gone is no error. */
export async function removeItems(keys: readonly Key[]): Promise<void> {
  for (let index = 0; index < keys.length; index += most) {
    let waiting = keys.slice(index, index + most).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))
    for (let attempt = 0; waiting.length > 0; attempt++) {
      if (attempt > 8) throw new Error('The store left items unremoved')
      if (attempt > 0) await new Promise((done) => setTimeout(done, 20 * 2 ** attempt))
      const answer = await store().send(new BatchWriteCommand({ RequestItems: { [env.table]: waiting } }))
      const left = answer.UnprocessedItems?.[env.table] ?? []
      waiting = left.flatMap(({ DeleteRequest: request }) => {
        const { pk, sk } = request?.Key ?? {}
        return typeof pk === 'string' && typeof sk === 'string' ? [{ DeleteRequest: { Key: { pk, sk } } }] : []
      })
    }
  }
}
