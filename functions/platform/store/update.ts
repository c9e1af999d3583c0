import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'
import type { Key } from './keys.ts'

/** An update of one item that is no record: its expression, and what must hold for it. */
export interface ItemUpdate {
  readonly set: string
  readonly condition?: string
  readonly values: Readonly<Record<string, unknown>>
  readonly names?: Readonly<Record<string, string>>
}

/** Updates an item and gives all of it back, or undefined when the condition does not hold. */
export async function updateItem(key: Key, { set, condition, values, names }: ItemUpdate) {
  try {
    const answer = await store().send(
      new UpdateCommand({
        TableName: env.table,
        Key: { ...key },
        UpdateExpression: set,
        ConditionExpression: condition,
        ExpressionAttributeValues: { ...values },
        ExpressionAttributeNames: names && { ...names },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return answer.Attributes ?? {}
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined
    throw error
  }
}
