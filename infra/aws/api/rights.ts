import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DataStack } from '../DataStack.ts'
import type { LambdaSettings } from './lambdaSettings.ts'
import { historyPartitions } from './partitions.ts'

const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ actions, resources, conditions })

/** Actions on items. No function may Scan, so a list without a view fails instead of reading the whole table. */
const reads = ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'Query']
const writes = ['DeleteItem', 'PutItem', 'UpdateItem']
const clears = ['BatchWriteItem']
const named = (actions: readonly string[]) => actions.map((action) => `dynamodb:${action}`)

/** Reads and writes the table: all of it with its indexes, or only the partitions of the settings. */
function records({ table }: DataStack, { partitions, clearsItems }: LambdaSettings): PolicyStatement[] {
  const all = [...reads, ...writes, ...(clearsItems ? clears : [])]
  if (!partitions) return [allow(named(all), [table.arn]), allow(named(['Query']), [...table.indexArns])]
  const within = (patterns: readonly string[]) => ({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...patterns] },
  })
  return [
    allow(named(reads), [table.arn], within([...partitions.reads, ...partitions.writes])),
    allow(named(writes), [table.arn], within(partitions.writes)),
  ]
}

/**
 * Denies every function to change or remove history, whatever its other rights. PutItem stays allowed, because it creates
 * the entries. A condition of the store prevents it from replacing one, and the chain of hashes would show it.
 */
const protectHistory = ({ table }: DataStack) =>
  new PolicyStatement({
    sid: 'HistoryStands',
    effect: Effect.DENY,
    actions: named(['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLUpdate', 'UpdateItem']),
    resources: [table.arn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [historyPartitions] } },
  })

/** Uses the data's key, but only through the services that store data. */
const allowDataKey = ({ dataKey: { key }, region }: DataStack) =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: {
      'kms:ViaService': ['dynamodb', 's3', 'secretsmanager'].map((service) => `${service}.${region}.amazonaws.com`),
    },
  })

/** Reads or writes files; no function lists or removes them. */
const files = ({ files: { bucket } }: DataStack, mode: NonNullable<LambdaSettings['files']>) =>
  allow([mode === 'read' ? 's3:GetObject' : 's3:PutObject'], [bucket.arnForObjects('*')])

/** The actions on the user pool: create users, change their groups, disable them. */
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

/** Sends mail from the one address, and text messages to phones. A phone has no ARN, so topics are excluded instead. */
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

/** Every right of a function over the data, and its denials. */
export function rightsOf(settings: LambdaSettings, data: DataStack, mailFrom: string): PolicyStatement[] {
  const secrets = settings.secrets.map((name) => data.secrets.byName[name].secretArn)
  return [
    ...records(data, settings),
    protectHistory(data),
    allowDataKey(data),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], secrets)] : []),
    ...(settings.files ? [files(data, settings.files)] : []),
    ...(settings.managesUsers ? [users(data)] : []),
    ...(settings.sendsMessages ? messages(data, mailFrom) : []),
  ]
}

/** Sends messages to a queue. */
export const sendTo = (queueArn: string) => allow(['sqs:SendMessage'], [queueArn])

/** Receives messages from a queue. */
export const receiveFrom = (queueArn: string) =>
  allow(
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    [queueArn],
  )

/** Reads the table's stream. */
export const readStream = (streamArn: string) =>
  allow(named(['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']), [streamArn])

/** Writes to its own log group. */
export const writeLog = (logGroupArn: string) => allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn])
