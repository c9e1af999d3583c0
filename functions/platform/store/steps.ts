import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { conditionExpression, type ItemCondition, type ItemUpdate, updateExpression } from './expressions.ts'
import type { Key } from './keys.ts'

/** What a condition protects, and so what it means when it fails. */
export type ConditionKind = 'version' | 'unique' | 'sequence' | 'idempotency' | 'key' | 'claim'

/** What a step says of itself besides its write. */
interface StepNotes {
  /** `claim` without it. */
  readonly means?: ConditionKind
  /** The record's id, or the names of the fields whose values are taken. */
  readonly about?: string
  /** Names of the fields whose unique values it takes or frees. */
  readonly unique?: string
}

/** One write of a transaction, with what it means when its condition fails. */
export interface TransactionStep extends StepNotes {
  readonly write: NonNullable<TransactWriteCommandInput['TransactItems']>[number]
  readonly means: ConditionKind
}

interface StepOptions extends StepNotes {
  /** What must be true of the item, or nothing of the transaction is written. */
  readonly if?: ItemCondition
}

const stepOf = (write: TransactionStep['write'], { means = 'claim', about, unique }: StepNotes): TransactionStep => ({
  write,
  means,
  ...(about !== undefined && { about }),
  ...(unique !== undefined && { unique }),
})

/** Puts an item, over one of the same key unless a condition forbids it. */
export const putItem = (item: RecordValues & Key, { if: condition, ...notes }: StepOptions = {}): TransactionStep =>
  stepOf({ Put: { TableName: env.table, Item: { ...item }, ...(condition && conditionExpression(condition)) } }, notes)

/** Changes single attributes of an item; one that is absent comes into being. */
export const updateItemStep = ({ pk, sk }: Key, update: ItemUpdate, notes: StepNotes = {}): TransactionStep =>
  stepOf({ Update: { TableName: env.table, Key: { pk, sk }, ...updateExpression(update) } }, notes)

/** Removes an item; removing what is gone is no error. */
export const removeItem = ({ pk, sk }: Key, { if: condition, ...notes }: StepOptions = {}): TransactionStep =>
  stepOf({ Delete: { TableName: env.table, Key: { pk, sk }, ...(condition && conditionExpression(condition)) } }, notes)

/** Writes nothing, but lets the transaction happen only when the condition is true of an item. */
export const checkItem = ({ pk, sk }: Key, condition: ItemCondition, notes: StepNotes = {}): TransactionStep =>
  stepOf({ ConditionCheck: { TableName: env.table, Key: { pk, sk }, ...conditionExpression(condition) } }, notes)
