import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DataStack } from '../DataStack.ts'
import type { LambdaSettings } from './lambdaSettings.ts'
import { allow, indexRights, itemRights, named, protectHistory } from './tableRights.ts'

/** The objects of the bucket of snapshots. */
export const snapshotObjects = 'projection/*'

/** Uses the data's key, but only through the services that store data. */
const allowDataKey = ({ dataKey: { key }, region }: DataStack) =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: {
      'kms:ViaService': ['dynamodb', 's3', 'secretsmanager'].map((service) => `${service}.${region}.amazonaws.com`),
    },
  })

/** Reads or writes files; no function lists or removes them. */
const files = ({ files: { bucket } }: DataStack, modes: NonNullable<LambdaSettings['files']>) =>
  allow(
    modes.map((mode) => (mode === 'read' ? 's3:GetObject' : 's3:PutObject')),
    [bucket.arnForObjects('*')],
  )

/** Reads the snapshots of the projection, and writes them. */
const snapshots = ({ snapshots: { bucket } }: DataStack, { publishesSnapshots }: LambdaSettings) =>
  allow(['s3:GetObject', ...(publishesSnapshots ? ['s3:PutObject'] : [])], [bucket.arnForObjects(snapshotObjects)])

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
    ...itemRights(data, settings),
    ...indexRights(data, settings),
    protectHistory(data),
    allowDataKey(data),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], secrets)] : []),
    ...(settings.files ? [files(data, settings.files)] : []),
    ...(settings.lists.length > 0 ? [snapshots(data, settings)] : []),
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
