import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { LogsBucket } from '../LogsBucket.ts'

/** The panel's program files; private, read by CloudFront alone. */
export class PanelBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: new LogsBucket(this, 'AccessLogs').bucket,
      serverAccessLogsPrefix: 'panel/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    accept(this.bucket, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'It holds the panel as every browser downloads it; there is nothing in it to keep from anybody.',
      'HIPAA.Security-S3BucketReplicationEnabled': 'Every file in it is made again from source by a deployment.',
    })
  }
}
