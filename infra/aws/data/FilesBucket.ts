import { Duration } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type Bucket, BucketEncryption, CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { temporaryFiles } from '#shared/api/transfer.ts'
import { uploadFiles } from '#shared/api/uploads.ts'
import { accept } from '../accept.ts'
import { LogsBucket } from '../LogsBucket.ts'
import { PrivateBucket } from '../PrivateBucket.ts'

/** The longest validity of a presigned address, whatever the function requested. */
const longestSignature = Duration.minutes(15)

/** Attachments, imports and exports. Browsers reach them only through presigned addresses. */
export class FilesBucket extends Construct {
  readonly bucket: Bucket
  /** Where the accesses to it are noted. */
  readonly accessLogs: Bucket

  constructor(scope: Construct, id: string, key: IKey, domain: string | undefined) {
    super(scope, id)
    this.accessLogs = new LogsBucket(this, 'AccessLogs').bucket
    this.bucket = new PrivateBucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'files/',
      cors: [
        {
          // Without a domain the panel's address is one of CloudFront, which is known only after its deployment.
          allowedOrigins: [domain ? `https://${domain}` : 'https://*.cloudfront.net'],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT, HttpMethods.POST],
          allowedHeaders: ['content-type', 'x-amz-*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(90) },
        ...[temporaryFiles.lists, temporaryFiles.imports].map((prefix) => ({
          prefix,
          expiration: Duration.days(temporaryFiles.days),
        })),
        // What was used lies under its record by then; no version of it stays here either.
        {
          prefix: uploadFiles.arriving,
          expiration: Duration.days(uploadFiles.days),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    })
    // AWS Backup and GuardDuty hear of new files by it.
    const resource = this.bucket.node.defaultChild
    if (resource instanceof CfnBucket)
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ShortSignatures',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: {
          NumericGreaterThan: { 's3:signatureAge': longestSignature.toMilliseconds() },
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
        },
      }),
    )
    accept(this.bucket, {
      'HIPAA.Security-S3BucketReplicationEnabled':
        'Versions keep what is overwritten or removed, and the nightly backup is copied to a second region or account.',
    })
  }
}
