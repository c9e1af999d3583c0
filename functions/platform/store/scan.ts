import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'

/**
 * Keys of every item there is, in no order. It reads the whole table, so only an operator's tool may use it; no
 * function that serves requests has the right to.
 */
export async function* everyKey(): AsyncGenerator<{ readonly pk: string; readonly sk: string }> {
  let after: Record<string, unknown> | undefined
  do {
    const page: { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> } = await store().send(
      new ScanCommand({
        TableName: env.table,
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ExclusiveStartKey: after,
      }),
    )
    for (const { pk, sk } of page.Items ?? []) yield { pk: String(pk), sk: String(sk) }
    after = page.LastEvaluatedKey
  } while (after)
}
