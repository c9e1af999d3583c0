import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { PrivateBucket } from '../PrivateBucket.ts'

/** Snapshots of the projection, which a new instance of a function starts from. They can be made again from the table. */
export class SnapshotBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, key: IKey, accessLogs: Bucket) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: false,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'snapshots/',
      lifecycleRules: [{ expiration: Duration.days(3), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    })
    accept(this.bucket, {
      'HIPAA.Security-S3BucketVersioningEnabled':
        'An erased patient must be gone from the snapshots at once, and an old version would keep the name.',
      'HIPAA.Security-S3BucketReplicationEnabled':
        'A snapshot is made again from the table within minutes, and a copy elsewhere would outlive an erasure.',
    })
  }
}
