import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { changesShard, dueShard } from '#functions/platform/store/keys.ts'
import { changesIndex, dueIndex, type TableIndex } from '#functions/platform/store/table.ts'
import type { DataStack } from '../DataStack.ts'
import type { LambdaSettings } from './lambdaSettings.ts'
import { historyPartitions, keyPartitions } from './partitions.ts'

/** A statement that allows some actions on some resources. */
export const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ actions, resources, conditions })

/** Actions of DynamoDB by their names. */
export const named = (actions: readonly string[]) => actions.map((action) => `dynamodb:${action}`)

/** Actions on items. No function may Scan, so what no key and no index leads to cannot be read by accident. */
const reads = ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'Query']
const writes = ['DeleteItem', 'PutItem', 'UpdateItem']
const clears = ['BatchWriteItem']

/** The condition that every partition of a request, in the table or in an index, fits one of some patterns. */
const within = (patterns: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...patterns] },
})

/** Reads and writes the items of the table: all of them, or only the partitions of the settings. */
export function itemRights({ table }: DataStack, { partitions, clearsItems }: LambdaSettings): PolicyStatement[] {
  const all = [...reads, ...writes, ...(clearsItems ? clears : [])]
  if (!partitions) return [allow(named(all), [table.arn])]
  // A condition without a pattern would be true of a request that names no partition.
  const allowed = (actions: readonly string[], patterns: readonly string[]) =>
    patterns.length > 0 ? [allow(named(actions), [table.arn], within(patterns))] : []
  return [...allowed(reads, [...partitions.reads, ...partitions.writes]), ...allowed(writes, partitions.writes)]
}

/** Follows the changes of what it lists, and looks up what is due for its ticks. */
export function indexRights({ table }: DataStack, { lists, awaits }: LambdaSettings): PolicyStatement[] {
  const query = (index: TableIndex, partitions: string[]) =>
    partitions.length > 0 ? [allow(named(['Query']), [table.indexArn(index)], within(partitions))] : []
  return [
    ...query(
      changesIndex,
      lists.map((resource) => changesShard(resource, '*')),
    ),
    ...query(
      dueIndex,
      awaits.map((tick) => dueShard(tick, '*')),
    ),
  ]
}

/**
 * Denies every function to change or remove history, whatever its other rights. PutItem stays allowed, because it creates
 * the entries. A condition of the store prevents it from replacing one, and the chain of hashes would show it.
 */
export const protectHistory = ({ table }: DataStack) =>
  new PolicyStatement({
    sid: 'HistoryStands',
    effect: Effect.DENY,
    actions: named(['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLUpdate', 'UpdateItem']),
    resources: [table.arn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [historyPartitions] } },
  })

/**
 * Denies every function to delete the encryption key of a person. An erasure takes the bits out of it by UpdateItem, and
 * what is left says for good that there was a key; without it, a new one could be made for the same person.
 */
export const protectKeys = ({ table }: DataStack) =>
  new PolicyStatement({
    sid: 'KeysStand',
    effect: Effect.DENY,
    actions: named(['BatchWriteItem', 'DeleteItem', 'PartiQLDelete']),
    resources: [table.arn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [keyPartitions] } },
  })
