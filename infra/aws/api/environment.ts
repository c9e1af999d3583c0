import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import type { DataStack } from '../DataStack.ts'
import type { Deployment } from '../deployment.ts'
import type { Duty } from './duties.ts'

/** Addresses that are known only once the API stands. */
export interface Addresses {
  /** Where patients and staff reach the product, without a slash at the end. */
  readonly publicUrl: string
  readonly jobsQueueUrl: string
}

const { version }: { version: string } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))

/** What a function is told by environment variables: what all need, and what its duty asks for. */
export function environmentOf(duty: Duty, { stage, mailFrom }: Deployment, data: DataStack, at: Addresses) {
  return {
    STAGE: stage,
    VERSION: version,
    TABLE_NAME: data.table.name,
    PUBLIC_URL: at.publicUrl,
    ...Object.fromEntries(duty.secrets.map((name) => [`${name}_ARN`, data.secrets.byName[name].secretArn])),
    ...(duty.files && { FILES_BUCKET: data.files.bucket.bucketName }),
    ...(duty.keepsUsers && { USER_POOL_ID: data.identity.pool.userPoolId }),
    ...(duty.sendsMessages && { MAIL_FROM: `Redress <${mailFrom}>` }),
    ...(duty.queuesJobs && { JOBS_QUEUE_URL: at.jobsQueueUrl }),
  }
}
