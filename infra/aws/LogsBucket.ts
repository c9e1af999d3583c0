import { Duration } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from './accept.ts'
import { PrivateBucket } from './PrivateBucket.ts'

/** The access logs of other buckets, kept for 400 days. */
export class LogsBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(7) }],
    })
    accept(this.bucket, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'S3 delivers access logs only to buckets under its own keys (SSE-S3), not under a customer key.',
      'HIPAA.Security-S3BucketReplicationEnabled': 'Access logs are evidence of use, not records; they are not copied.',
    })
  }
}
