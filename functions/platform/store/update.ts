import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'
import { type ItemUpdate, updateExpression } from './expressions.ts'
import type { Key } from './keys.ts'

/** Updates an item that is no record and gives all of it back, or undefined when the condition fails. */
export async function updateItem({ pk, sk }: Key, update: ItemUpdate): Promise<Record<string, unknown> | undefined> {
  try {
    const answer = await store().send(
      new UpdateCommand({
        TableName: env.table,
        Key: { pk, sk },
        ...updateExpression(update),
        ReturnValues: 'ALL_NEW',
      }),
    )
    return answer.Attributes ?? {}
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined
    throw error
  }
}
