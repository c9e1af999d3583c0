import { Duration } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { passing } from '#shared/api/transfer.ts'
import { accept } from '../accept.ts'
import { LogsBucket } from '../LogsBucket.ts'
import { PrivateBucket } from '../PrivateBucket.ts'

/** The longest a presigned address may live, whatever the function that signed it asked for. */
const longestSignature = Duration.minutes(15)

/** Attachments, imports and exports; reached by browsers through presigned addresses only. */
export class FilesBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, key: IKey, domain: string | undefined) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: new LogsBucket(this, 'AccessLogs').bucket,
      serverAccessLogsPrefix: 'files/',
      cors: [
        {
          // Without a domain of its own the panel stands at an address of CloudFront that is known only later.
          allowedOrigins: [domain ? `https://${domain}` : 'https://*.cloudfront.net'],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT, HttpMethods.POST],
          allowedHeaders: ['content-type', 'x-amz-*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(90) },
        ...[passing.lists, passing.imports].map((prefix) => ({ prefix, expiration: Duration.days(passing.days) })),
      ],
    })
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
        'Versions keep what is overwritten or removed; a copy in a second region is a choice of residency the hospital makes.',
    })
  }
}
