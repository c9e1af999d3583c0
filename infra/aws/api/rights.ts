import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DataStack } from '../DataStack.ts'
import { type LambdaSettings, writesRecords } from './lambdaSettings.ts'
import { allow, indexRights, itemRights, named, protectHistory, protectKeys } from './tableRights.ts'

/** The objects of the bucket of anchors: each has a number for its name. */
export const anchorObjects = '*.gz'

/** The objects of the bucket of snapshots. */
export const snapshotObjects = 'projection/*'

/** Uses the data's key, but only through the services that store data. */
const allowDataKey = ({ dataKey: { key }, region }: DataStack) =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: {
      'kms:ViaService': ['dynamodb', 's3', 'secretsmanager'].map((service) => `${service}.${region}.amazonaws.com`),
    },
  })

type FileMode = NonNullable<LambdaSettings['files']>[number]

/** What a function does with single files; an erasure also removes what a file was before. */
const fileActions: Readonly<Record<FileMode, readonly string[]>> = {
  read: ['s3:GetObject'],
  write: ['s3:PutObject'],
  scan: ['s3:GetObjectTagging'],
  remove: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
}

/** Lists what is to be removed. */
const listActions = ['s3:ListBucket', 's3:ListBucketVersions']

/** Reads, writes or removes files; only who removes them lists them. */
const files = ({ files: { bucket } }: DataStack, modes: readonly FileMode[]) => [
  allow(
    modes.flatMap((mode) => fileActions[mode]),
    [bucket.arnForObjects('*')],
  ),
  ...(modes.includes('remove') ? [allow(listActions, [bucket.bucketArn])] : []),
]

/** Reads the snapshots of the projection; writes them, and removes those of other schemas. */
const snapshots = ({ snapshots: { bucket } }: DataStack, { publishesSnapshots = false }: LambdaSettings) => [
  allow(
    ['s3:GetObject', ...(publishesSnapshots ? ['s3:PutObject', ...fileActions.remove] : [])],
    [bucket.arnForObjects(snapshotObjects)],
  ),
  ...(publishesSnapshots ? [allow(listActions, [bucket.bucketArn])] : []),
]

/** Signs entries of history, and can do nothing else with the key. */
const signing = ({ auditKey }: DataStack) => allow(['kms:GenerateMac'], [auditKey.signingArn])

/** Adds anchors of history and reads them; it can change none, nor how long they are locked. */
const anchors = ({ anchors: { bucket } }: DataStack) =>
  allow(['s3:GetObject', 's3:PutObject'], [bucket.arnForObjects(anchorObjects)])

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
    protectKeys(data),
    allowDataKey(data),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], secrets)] : []),
    ...(settings.files ? files(data, settings.files) : []),
    ...(settings.lists.length > 0 ? snapshots(data, settings) : []),
    ...(writesRecords(settings) ? [signing(data)] : []),
    ...(settings.anchorsHistory ? [anchors(data)] : []),
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
