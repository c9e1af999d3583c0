/** The configuration of a function: environment variables only, each read when it is used. */
export const env = {
  get table() {
    return needed('TABLE_NAME')
  },
  get stage() {
    return process.env.STAGE ?? 'home'
  },
  get region() {
    return process.env.AWS_REGION ?? 'eu-west-1'
  },
  get publicUrl() {
    return needed('PUBLIC_URL')
  },
  get bucket() {
    return needed('FILES_BUCKET')
  },
  /** `on` where every file is scanned for malware after it arrived. */
  get fileScan() {
    return process.env.FILE_SCAN
  },
  get userPoolId() {
    return needed('USER_POOL_ID')
  },
  get mailFrom() {
    return needed('MAIL_FROM')
  },
  /** Folder of the projection's file; the temporary folder without it. */
  get projectionFolder() {
    return process.env.PROJECTION_FOLDER
  },
  /** Threads that answer questions of lists; without any, the function answers them itself. */
  get projectionThreads() {
    return Number(process.env.PROJECTION_THREADS ?? 0)
  },
  /** Path of the module that these threads run. */
  get projectionThread() {
    return needed('PROJECTION_THREAD')
  },
  /** Bucket of the projection's snapshots; none are kept without it. */
  get snapshotBucket() {
    return process.env.SNAPSHOT_BUCKET
  },
  /** ARN of the secret by which requests through CloudFront are known; at home there is none. */
  get originSecret() {
    return process.env.ORIGIN_SECRET_ARN
  },
  get jobsQueueUrl() {
    return process.env.JOBS_QUEUE_URL
  },
  /** The HMAC keys of KMS that sign history, the oldest first, with commas between; undefined at home. */
  get auditKeys() {
    return process.env.AUDIT_KEY_ID
  },
  /** Bucket of the anchors of history; undefined at home. */
  get auditAnchors() {
    return process.env.AUDIT_ANCHORS
  },
  /** Folder of the key that signs history at home, and of its anchors. */
  get auditFolder() {
    return needed('AUDIT_FOLDER')
  },
  /** Addresses of services that do not run on AWS; undefined for those that do. */
  endpoint: (part: 'DYNAMODB' | 'S3' | 'COGNITO' | 'SES'): string | undefined => process.env[`${part}_ENDPOINT`],
}

/** The value of a variable; throws when it is missing, which is a mistake of deployment. */
export function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is missing`)
  return value
}
