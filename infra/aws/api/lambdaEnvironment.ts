import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import type { DataStack } from '../DataStack.ts'
import type { Deployment } from '../deployment.ts'
import { type LambdaSettings, writesRecords } from './lambdaSettings.ts'

/** Addresses that the API stack knows. */
export interface Addresses {
  /** The product's address for patients and staff, without a slash at the end. */
  readonly publicUrl: string
  readonly jobsQueueUrl: string
}

const { version }: { version: string } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))

/** The environment variables of a function: the common ones, and those that its settings need. */
export function environmentOf(
  settings: LambdaSettings,
  { stage, mailFrom, scansFiles }: Deployment,
  data: DataStack,
  addresses: Addresses,
) {
  return {
    STAGE: stage,
    VERSION: version,
    TABLE_NAME: data.table.name,
    PUBLIC_URL: addresses.publicUrl,
    ...Object.fromEntries(settings.secrets.map((name) => [`${name}_ARN`, data.secrets.byName[name].secretArn])),
    ...(settings.files && { FILES_BUCKET: data.files.bucket.bucketName }),
    ...(settings.files?.includes('scan') && { FILE_SCAN: scansFiles ? 'on' : 'off' }),
    ...(settings.lists.length > 0 && { SNAPSHOT_BUCKET: data.snapshots.bucket.bucketName }),
    ...(writesRecords(settings) && { AUDIT_KEY_ID: data.auditKey.arns }),
    ...(settings.anchorsHistory && { AUDIT_ANCHORS: data.anchors.bucket.bucketName }),
    ...(settings.managesUsers && { USER_POOL_ID: data.identity.pool.userPoolId }),
    ...(settings.sendsMessages && { MAIL_FROM: `Redress <${mailFrom}>` }),
    ...(settings.queuesJobs && { JOBS_QUEUE_URL: addresses.jobsQueueUrl }),
  }
}
