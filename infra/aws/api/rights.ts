import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DataStack } from '../DataStack.ts'
import type { Duty } from './duties.ts'
import { historyPartitions } from './partitions.ts'

const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ actions, resources, conditions })

/** Actions on items; Scan is in nobody's list, so a list that nothing answers fails instead of reading everything. */
const reads = ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'Query']
const writes = ['DeleteItem', 'PutItem', 'UpdateItem']
const clears = ['BatchWriteItem']
const named = (actions: readonly string[]) => actions.map((action) => `dynamodb:${action}`)

/** Reads and writes the table: all of it and its indexes, or the partitions it is kept to. */
function records({ table }: DataStack, { only, clearsItems }: Duty): PolicyStatement[] {
  const all = [...reads, ...writes, ...(clearsItems ? clears : [])]
  if (!only) return [allow(named(all), [table.arn]), allow(named(['Query']), [...table.indexArns])]
  const within = (partitions: readonly string[]) => ({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
  })
  return [
    allow(named(reads), [table.arn], within([...only.reads, ...only.writes])),
    allow(named(writes), [table.arn], within(only.writes)),
  ]
}

/**
 * History is written once: no function may change or remove it, whatever else it is allowed. PutItem must stay, since
 * entries are made by it; that it makes and never replaces is the store's condition, and the chain of hashes shows it.
 */
const historyStands = ({ table }: DataStack) =>
  new PolicyStatement({
    sid: 'HistoryStands',
    effect: Effect.DENY,
    actions: named(['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLUpdate', 'UpdateItem']),
    resources: [table.arn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [historyPartitions] } },
  })

/** The data's key, through the stores that it guards and in no other way. */
const openData = ({ dataKey: { key }, region }: DataStack) =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: {
      'kms:ViaService': ['dynamodb', 's3', 'secretsmanager'].map((of) => `${of}.${region}.amazonaws.com`),
    },
  })

/** Reads files or writes them; nobody lists or removes them. */
const files = ({ files: { bucket } }: DataStack, how: NonNullable<Duty['files']>) =>
  allow([how === 'read' ? 's3:GetObject' : 's3:PutObject'], [bucket.arnForObjects('*')])

/** What the functions do in the user pool: make people, put them into groups, bar them. */
const userActions = [
  'AdminAddUserToGroup',
  'AdminCreateUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminListGroupsForUser',
  'AdminRemoveUserFromGroup',
  'AdminUpdateUserAttributes',
]

const users = ({ identity: { pool } }: DataStack) =>
  allow(
    userActions.map((action) => `cognito-idp:${action}`),
    [pool.userPoolArn],
  )

/** Sends mail from the one address, and text messages to phones; a phone has no ARN, so topics are taken out instead. */
const messages = (data: DataStack, mailFrom: string) => [
  allow(
    ['ses:SendEmail'],
    [mailFrom, mailFrom.slice(mailFrom.indexOf('@') + 1)].map((identity) =>
      data.formatArn({ service: 'ses', resource: 'identity', resourceName: identity }),
    ),
    { StringEquals: { 'ses:FromAddress': mailFrom } },
  ),
  new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:aws:sns:*:*:*'] }),
]

/** Every right a function has over the data, and what it is denied. */
export function rightsOf(duty: Duty, data: DataStack, mailFrom: string): PolicyStatement[] {
  const secrets = duty.secrets.map((name) => data.secrets.byName[name].secretArn)
  return [
    ...records(data, duty),
    historyStands(data),
    openData(data),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], secrets)] : []),
    ...(duty.files ? [files(data, duty.files)] : []),
    ...(duty.keepsUsers ? [users(data)] : []),
    ...(duty.sendsMessages ? messages(data, mailFrom) : []),
  ]
}

/** Puts messages into a queue. */
export const sendTo = (queueArn: string) => allow(['sqs:SendMessage'], [queueArn])

/** Takes messages out of a queue. */
export const receiveFrom = (queueArn: string) =>
  allow(
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    [queueArn],
  )

/** Reads the table's stream. */
export const readStream = (streamArn: string) =>
  allow(named(['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']), [streamArn])

/** Writes to a log group of its own. */
export const writeLog = (logGroupArn: string) => allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn])
