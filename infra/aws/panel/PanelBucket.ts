import { Duration } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { LogsBucket } from '../LogsBucket.ts'
import { PrivateBucket } from '../PrivateBucket.ts'

/** The panel's program files, which only CloudFront may read. */
export class PanelBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      serverAccessLogsBucket: new LogsBucket(this, 'AccessLogs').bucket,
      serverAccessLogsPrefix: 'panel/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    })
    accept(this.bucket, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'It holds the panel as every browser downloads it; there is nothing in it to keep from anybody.',
      'HIPAA.Security-S3BucketReplicationEnabled': 'Every file in it is made again from source by a deployment.',
    })
  }
}
